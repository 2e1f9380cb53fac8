/** The history of an entry, or of one line of it, newest first. */
import { fill } from "../../texts";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { Lines } from "../drafts/ChangeList";
import { versionLink } from "../drafts/links";
import { day, personName, said } from "../drafts/said";
import { VersionsApi, type EntryStep, type LineStep } from "../wire/versions";
import { Refused } from "../../wire/http";

export interface HistoryListProps {
  collection: string;
  id: string;
  /** The place of a line, such as `ways.0.lines.1`; without it the whole entry is told. */
  path?: string;
}

type Step = EntryStep | LineStep;

/** What is not published yet has no history. */
function orNone(answer: Promise<{ items: Step[] }>): Promise<Step[]> {
  return answer.then(
    ({ items }) => items,
    (error: unknown) => {
      if (error instanceof Refused && error.status === 404) return [];
      throw error;
    },
  );
}

export function HistoryList({ collection, id, path }: HistoryListProps) {
  const { calls, draft } = useAdmin();
  const api = new VersionsApi(calls);
  const key = `${collection}/${id}/${path ?? ""}`;
  const steps = useRemote(() => orNone(path === undefined ? api.ofEntry(collection, id) : api.ofLine(collection, id, path)), key);
  if (!steps.data) return <RemoteNotice remote={steps} />;
  if (steps.data.length === 0) return <p className="hint">{said.history.none}</p>;
  return (
    <ol className="history">
      {steps.data.map((step) => (
        <li key={step.version}>
          <p>
            <a href={versionLink(step.version, draft?.id ?? null)}>{fill(said.versions.name, step)}</a>{" "}
            {fill(said.history.from, { effective: day(step.effective_from) })}
          </p>
          <p className="hint">{by(step)}</p>
          {step.kind !== "seed" && step.note && <p>{step.note}</p>}
          {"text_fi" in step ? <p>{step.text_fi}</p> : <Changed step={step} />}
        </li>
      ))}
    </ol>
  );
}

function by({ author, approver }: Step): string {
  if (approver === null || approver === author) return personName(author);
  return fill(said.history.by, { author: personName(author), approver });
}

function Changed({ step }: { step: EntryStep }) {
  return step.lines.length > 0 ? <Lines lines={step.lines} /> : <p>{said.history.kinds[step.change]}</p>;
}
