/** What a file would change and what is wrong with it, before anything is saved. */
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { ChangeList } from "../drafts/ChangeList";
import { ProblemList } from "../drafts/ProblemList";
import { said } from "../drafts/said";
import type { Taken } from "../wire/interchange";

const words = said.interchange;

interface ImportResultProps {
  taken: Taken;
  busy: boolean;
  onTake: () => void;
}

export function ImportResult({ taken, busy, onTake }: ImportResultProps) {
  const { problems, changes, comparison } = taken;
  // A cell that cannot be read keeps the whole file out; what is wrong with a rule can be put right in the draft.
  const unreadable = problems.some(({ severity, sheet }) => severity === "error" && sheet !== undefined);
  const act = changes === 1 ? words.act_one : fill(words.act, { n: changes });
  return (
    <section className="stack">
      <h3>{words.result}</h3>
      {unreadable && <p role="alert">{words.has_errors}</p>}
      {!unreadable && changes === 0 && <p role="status">{words.no_changes}</p>}
      <ProblemList items={problems} />
      {changes > 0 && (
        <>
          <p role="status">{changes === 1 ? said.changes.count_one : fill(said.changes.count, { n: changes })}</p>
          <ChangeList items={comparison} />
          {!unreadable && (
            <Button look="primary" disabled={busy} onClick={onTake}>
              {act}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
