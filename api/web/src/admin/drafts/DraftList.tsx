/** Every draft, those that wait for somebody first. */
import { useState } from "react";
import { moment } from "../../staff/account/moment";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { TableHead } from "../../ui/TableHead";
import { useAdmin } from "../context";
import { NewDraft } from "../shell/NewDraft";
import type { DraftRow } from "../wire/drafting";
import { draftLink } from "./links";
import { personName, said } from "./said";

const WAITING = ["submitted", "open"] as const;
const ENDED = ["published", "discarded"] as const;

function Notes({ draft }: { draft: DraftRow }) {
  const words = said.drafts;
  const notes = [
    draft.stale && words.stale,
    draft.returned_note !== null && draft.state === "open" && words.returned,
    draft.published_as !== null && fill(words.published_as, { version: draft.published_as }),
    draft.author === "seed" && draft.state === "open" && words.seed_hint,
  ];
  return notes.filter((note) => note !== false).map((note) => <p key={note}>{note}</p>);
}

function Rows({ drafts }: { drafts: DraftRow[] }) {
  if (drafts.length === 0) return <p className="hint">{said.drafts.empty}</p>;
  return (
    <table className="rows rows--fixed">
      <TableHead names={Object.values(said.drafts.columns)} />
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <th scope="row">
              <a href={draftLink(draft.id)}>{draft.title}</a>
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

export function DraftList() {
  const { drafts, mayEdit } = useAdmin();
  const [beginning, setBeginning] = useState(false);
  const inState = (state: DraftRow["state"]): DraftRow[] => drafts.data?.filter((one) => one.state === state) ?? [];
  return (
    <div className="stack">
      <div className="stack__head">
        <h1>{said.drafts.title}</h1>
        {mayEdit && <Button onClick={() => setBeginning(true)}>{said.drafts.new}</Button>}
      </div>
      <p>{said.drafts.intro}</p>
      <RemoteNotice remote={drafts} />
      {drafts.data && (
        <>
          {WAITING.map((state) => (
            <section key={state} className="stack__part">
              <h2>{said.drafts.groups[state]}</h2>
              <Rows drafts={inState(state)} />
            </section>
          ))}
          {ENDED.map((state) => (
            <details key={state} className="stack__part">
              <summary>{`${said.drafts.groups[state]} (${inState(state).length})`}</summary>
              <Rows drafts={inState(state)} />
            </details>
          ))}
        </>
      )}
      {beginning && <NewDraft onClose={() => setBeginning(false)} />}
    </div>
  );
}
