/** Brings a file into a draft: it is tried first, and nothing is saved before its changes have been seen. */
import { useId, useState, type SyntheticEvent } from "react";
import { Problem } from "../../staff/account/Problem";
import { Button } from "../../ui/Button";
import { Labelled } from "../../ui/Labelled";
import { useAdmin } from "../context";
import { draftLink, draftsLink } from "../drafts/links";
import { said } from "../drafts/said";
import { useDoing } from "../drafts/useDoing";
import { take, typed, type Taken } from "../wire/interchange";
import { ImportResult } from "./ImportResult";

const words = said.interchange;

export function ImportPart() {
  const { calls, draft, drafts } = useAdmin();
  const id = useId();
  const [into, setInto] = useState(draft?.state === "open" ? draft.id : null);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState<Taken | null>(null);
  const { busy, problem, start, say } = useDoing();
  const open = drafts.data?.filter(({ state }) => state === "open") ?? [];
  const bring = (dryRun: boolean): void => {
    if (into === null || file === null) {
      say(words.needed);
      return;
    }
    start(
      () => take(calls, into, typed(file), dryRun),
      (found) => {
        setTried(found);
        if (found.saved) drafts.reload();
      },
    );
  };
  const check = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(null);
    bring(true);
  };
  if (drafts.data && open.length === 0) {
    return (
      <section className="panel">
        <h2>{words.import}</h2>
        <p>
          {words.no_drafts} <a href={draftsLink(null)}>{words.to_drafts}</a>
        </p>
      </section>
    );
  }
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.import}</h2>
      <p>{words.import_text}</p>
      <form className="stack" onSubmit={check}>
        <Labelled label={words.into}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={into ?? ""}
              onChange={(event) => {
                setInto(event.target.value === "" ? null : Number(event.target.value));
                setTried(null);
              }}
            >
              <option value="">{words.pick}</option>
              {open.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={words.file}>
          {(tied) => (
            <input
              {...tied}
              type="file"
              className="field"
              accept=".xlsx,.json"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                setTried(null);
              }}
            />
          )}
        </Labelled>
        <Problem text={problem} />
        <Button type="submit" disabled={busy}>
          {words.check}
        </Button>
      </form>
      <div role="status">{busy && <p>{words.checking}</p>}</div>
      {tried && !tried.saved && <ImportResult taken={tried} busy={busy} onTake={() => bring(false)} />}
      {tried?.saved && into !== null && (
        <p role="status">
          {words.saved} <a href={draftLink(into)}>{words.to_draft}</a>
        </p>
      )}
    </section>
  );
}

