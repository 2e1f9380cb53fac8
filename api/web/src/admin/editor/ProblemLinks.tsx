/** What has to be looked at in this entry; each leads to its place in the form. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import type { RuleProblem } from "../wire/drafting";
import { show } from "./ReadingView";

export function ProblemLinks({ problems }: { problems: RuleProblem[] }) {
  const found = problems.filter(({ severity }) => severity !== "hint");
  if (found.length === 0) return null;
  return (
    <section className="problem-links" aria-labelledby="huomautukset">
      <h2 id="huomautukset">{fill(said.form.problems, { n: found.length })}</h2>
      <ul>
        {found.map((problem) => (
          <li key={`${problem.place} ${problem.code}`} className={`remark place-problem place-problem--${problem.severity}`}>
            <button type="button" className="reading__link" onClick={() => show(problem.path.join("."))}>
              {problem.place_fi}
            </button>
            <span>{problem.message_fi}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
