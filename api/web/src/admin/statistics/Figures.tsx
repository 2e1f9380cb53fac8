/** The few numbers that one looks at first. */
import { fill } from "../../texts";
import said from "../../texts/statistics.json";
import { Hidden } from "./Hidden";
import { rowOf, share, tableOf } from "./shape";
import type { Statistics } from "./wire";

const words = said.figures;
const SATISFIED = ["4", "5"];

interface Figure {
  id: Exclude<keyof typeof words, "title">;
  value: number | null;
  isShare?: boolean;
}

export function Figures({ statistics }: { statistics: Statistics }) {
  const shown = figuresOf(statistics);
  return (
    <section aria-labelledby="statistics-figures">
      <h2 id="statistics-figures">{words.title}</h2>
      <ul className="statistics__figures">
        {shown.map(({ id, value, isShare }) => (
          <li key={id}>
            <strong>{isShare && value !== null ? fill(said.share, { share: value }) : <Hidden value={value} />}</strong>
            <span>{words[id]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function figuresOf(statistics: Statistics): Figure[] {
  const all = (table: string, key = "", part = "count"): number | null => {
    const row = rowOf(tableOf(statistics, table), key, part);
    return row === null ? 0 : row.all;
  };
  const conversations = all("weeks");
  const found: Figure[] = [
    { id: "conversations", value: conversations },
    { id: "completed", value: share(all("endings", "result"), conversations), isShare: true },
    { id: "escalations", value: all("escalations") },
    { id: "wait", value: all("escalations", "", "median") },
    { id: "not_understood", value: all("not_understood") },
    { id: "rating", value: share(sum(SATISFIED.map((rating) => all("experience", rating))), all("experience")), isShare: true },
  ];
  // Where nobody has waited or told of their experience there is nothing hidden either.
  const none = { wait: all("escalations") === 0, rating: all("experience") === 0, completed: conversations === 0 };
  return found.filter(({ id }) => !(id in none && none[id as keyof typeof none]));
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((one, other) => (one === null || other === null ? null : one + other), 0);
}
