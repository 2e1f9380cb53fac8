/** The administrators' page around one section, and a server at the wire that remembers what it was asked. */
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { AdminContext } from "../../src/admin/context";
import type { DraftRow } from "../../src/admin/wire/drafting";
import { Calls, ROOT } from "../../src/admin/wire/calls";
import type { Staff } from "../../src/wire/staff";
import { json } from "../fakeServer";

export interface Asked {
  method: string;
  path: string;
  body: unknown;
}

export class Server {
  readonly asked: Asked[] = [];

  /** Answers by "METHOD path" under the interface's root. */
  constructor(private readonly answers: Record<string, unknown>) {
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
      const method = init.method ?? "GET";
      const short = path.replace(ROOT, "");
      const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : init.body;
      this.asked.push({ method, path: short, body });
      const answer = this.answers[`${method} ${short}`];
      return Promise.resolve(answer instanceof Response ? answer.clone() : answer ? json(answer) : json({ code: "not_found" }, 404));
    });
  }

  answer(call: string, answer: unknown): void {
    this.answers[call] = answer;
  }

  writes(): Asked[] {
    return this.asked.filter(({ method }) => method !== "GET");
  }
}

interface Who {
  role?: string;
  name?: string;
  drafts?: DraftRow[];
  draft?: DraftRow | null;
}

export function show(section: ReactNode, { role = "admin", name = "Eeva", drafts = [], draft = null }: Who = {}): void {
  const staff: Staff = { name, role, teams: [], csrf: "c", second_factor: "none", totp: false };
  const admin = {
    staff,
    calls: new Calls("c", () => undefined),
    drafts: { data: drafts, failed: false, loading: false, reload: () => undefined },
    draft,
    mayEdit: role === "admin",
    mayApprove: role === "approver",
  };
  render(<AdminContext value={admin}>{section}</AdminContext>);
}
