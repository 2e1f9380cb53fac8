/** Every draft, those that wait for somebody first. */
import { useState } from "react";
import { moment } from "../../staff/account/moment";
import { fill } from "../../texts";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { DraftsApi, type DraftRow } from "../wire/drafting";
import type { Staff } from "../../wire/staff";
import { draftHref } from "./links";
import { NewDraft } from "./NewDraft";
import { personName, said } from "./said";

const WAITING = ["submitted", "open"] as const;
const ENDED = ["published", "discarded"] as const;

function Notes({ draft }: { draft: DraftRow }) {
  const { drafts } = said;
  const notes = [
    draft.stale && drafts.stale,
    draft.returned_note !== null && draft.state === "open" && drafts.returned,
    draft.published_as !== null && fill(drafts.published_as, { version: draft.published_as }),
    draft.author === "seed" && draft.state === "open" && drafts.seed_hint,
  ];
  return notes.filter((note) => note !== false).map((note) => <p key={note}>{note}</p>);
}

function Rows({ drafts }: { drafts: DraftRow[] }) {
  if (drafts.length === 0) return <p className="hint">{said.drafts.empty}</p>;
  return (
    <table className="rows">
      <thead>
        <tr>
          {Object.entries(said.drafts.columns).map(([id, label]) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <th scope="row">
              <a href={draftHref(draft.id)}>{draft.title}</a>
            </th>
            <td>{personName(draft.author)}</td>
            <td>{moment(draft.updated)}</td>
            <td>{draft.based_on}</td>
            <td>
              <Notes draft={draft} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DraftList({ staff }: { staff: Staff }) {
  const [api] = useState(() => new DraftsApi(staff.csrf));
  const drafts = useRemote(() => api.all(), "drafts");
  const inState = (state: DraftRow["state"]): DraftRow[] => drafts.data?.items.filter((one) => one.state === state) ?? [];
  const open = (draft: { id: number }): void => {
    window.location.hash = draftHref(draft.id).slice(1);
  };
  return (
    <div className="page">
      <h1>{said.drafts.title}</h1>
      <p className="page__lead">{said.drafts.intro}</p>
      <RemoteNotice remote={drafts} />
      {drafts.data && (
        <>
          {WAITING.map((state) => (
            <section key={state} className="page__part">
              <h2>{said.drafts.groups[state]}</h2>
              <Rows drafts={inState(state)} />
            </section>
          ))}
          {staff.role === "admin" && <NewDraft api={api} onBegun={open} />}
          {ENDED.map((state) => (
            <details key={state} className="page__part">
              <summary>{`${said.drafts.groups[state]} (${inState(state).length})`}</summary>
              <Rows drafts={inState(state)} />
            </details>
          ))}
        </>
      )}
    </div>
  );
}
