/** The page for administrators and approvers: header, navigation and the section that the address names. */
import { Suspense, useState } from "react";
import type { Inside } from "../staff/StaffPage";
import { texts } from "../texts";
import said from "../texts/admin.json";
import { AdminContext } from "./context";
import { useRoute } from "./routes";
import { SECTIONS } from "./sections";
import { Header } from "./shell/Header";
import { Navigation } from "./shell/Navigation";
import { NotYours } from "./shell/NotYours";
import { Calls } from "./wire/calls";
import type { DraftRow } from "./wire/drafting";
import { SkipLink } from "../ui/SkipLink";
import { useRemote } from "../ui/useRemote";

const READERS = ["admin", "approver", "auditor"];

export function AdminApp({ staff, onSignedOut }: Inside) {
  const [calls] = useState(() => new Calls(staff.csrf, () => onSignedOut(texts.advisor.signed_out)));
  const [route] = useRoute();
  const reads = READERS.includes(staff.role);
  const drafts = useRemote(reads ? () => calls.get<{ items: DraftRow[] }>("/drafts").then(({ items }) => items) : null, "");
  if (!reads) return <NotYours staff={staff} onSignedOut={onSignedOut} />;
  const [first, ...rest] = route.path;
  const section = SECTIONS.find(({ id }) => id === first);
  const draft = drafts.data?.find(({ id }) => id === route.draft) ?? null;
  const waits = route.draft !== null && drafts.data === null;
  const admin = {
    staff,
    calls,
    drafts,
    draft,
    mayEdit: staff.role === "admin",
    mayApprove: staff.role === "approver",
  };
  return (
    <AdminContext value={admin}>
      <div className="admin">
        <SkipLink to="sisalto">{said.skip}</SkipLink>
        <Header onSignedOut={onSignedOut} />
        <div className="admin__body">
          <Navigation />
          <main className="admin__main" id="sisalto" tabIndex={-1}>
            <Suspense fallback={<p className="hint">{texts.loading}</p>}>
              {waits && <p className="hint">{texts.loading}</p>}
              {!waits && section && <section.Page rest={rest} query={route.query} />}
              {!section && <p>{said.not_found}</p>}
            </Suspense>
          </main>
        </div>
      </div>
    </AdminContext>
  );
}
