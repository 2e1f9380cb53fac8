/** Problems by how grave they are, each with its place and what to do about it. */
import { fill } from "../../texts";
import type { FileProblem } from "../wire/interchange";
import { said } from "./said";

const ALWAYS_SHOWN = ["error", "warning"] as const;

interface ProblemListProps {
  items: FileProblem[];
  /** Where a problem can be put right; without it the place is only told. */
  link?: ((problem: FileProblem) => string | null) | undefined;
}

function Rows({ items, link }: ProblemListProps) {
  return (
    <ul className="problems">
      {items.map((problem, number) => {
        const href = link?.(problem) ?? null;
        return (
          <li key={number} className={`problem problem--${problem.severity}`}>
            <p>{href === null ? <strong>{problem.place_fi}</strong> : <a href={href}>{problem.place_fi}</a>}</p>
            <p>{problem.message_fi}</p>
          </li>
        );
      })}
    </ul>
  );
}

export function ProblemList({ items, link }: ProblemListProps) {
  const hints = items.filter(({ severity }) => severity === "hint");
  return (
    <>
      {ALWAYS_SHOWN.map((severity) => {
        const found = items.filter((one) => one.severity === severity);
        return (
          found.length > 0 && (
            <section key={severity} className="stack__part">
              <h3>{`${said.problems.severities[severity]} (${found.length})`}</h3>
              <Rows items={found} link={link} />
            </section>
          )
        );
      })}
      {hints.length > 0 && (
        <details className="stack__part">
          <summary>{fill(said.problems.show_hints, { n: hints.length })}</summary>
          <Rows items={hints} link={link} />
        </details>
      )}
    </>
  );
}
