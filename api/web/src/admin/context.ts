/** What every section of the page may lean on: who is here, the calls, and the draft that one works in. */
import { createContext, use } from "react";
import type { Remote } from "../ui/useRemote";
import type { Staff } from "../wire/staff";
import type { Calls } from "./wire/calls";
import type { DraftRow } from "./wire/drafting";

export interface Admin {
  staff: Staff;
  calls: Calls;
  /** All drafts; ask it to load again after one has changed. */
  drafts: Remote<DraftRow[]>;
  /** The draft that one works in; null while what is published is looked at. */
  draft: DraftRow | null;
  mayEdit: boolean;
  mayApprove: boolean;
}

export const AdminContext = createContext<Admin | null>(null);

export function useAdmin(): Admin {
  const admin = use(AdminContext);
  if (admin === null) throw new Error("outside of the administrators' page");
  return admin;
}
