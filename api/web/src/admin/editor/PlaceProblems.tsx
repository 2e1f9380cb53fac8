/** The problems of a place, where they can be put right. */
import type { Path, RuleProblem } from "../wire/drafting";
import said from "../../texts/admin.json";
import { useEditing } from "./context";
import { samePath, within } from "./tree";

interface PlaceProblemsProps {
  path: Path;
  /** Show only what concerns the place itself, and not what is within it. */
  exact?: boolean;
}

export function PlaceProblems({ path, exact = false }: PlaceProblemsProps) {
  const { problems } = useEditing();
  const here = problems.filter((one) => (exact ? samePath(one.path, path) : within(one.path, path)));
  return <ProblemItems items={here} />;
}

/** Problems as they stand at their place. */
export function ProblemItems({ items }: { items: readonly RuleProblem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="place-problems">
      {items.map((problem) => (
        <li key={`${problem.place} ${problem.code}`} className={`remark place-problem place-problem--${problem.severity}`}>
          <strong>{said.severities[problem.severity]}</strong> {problem.message_fi}
        </li>
      ))}
    </ul>
  );
}
