/** How large a share of each group came to a result. */
import { fill } from "../../texts";
import said from "../../texts/statistics.json";
import { Hidden } from "./Hidden";
import { rowOf, share, tableOf } from "./shape";
import type { Statistics } from "./wire";

const words = said.comparison;

export function Comparison({ statistics }: { statistics: Statistics }) {
  const whole = rowOf(tableOf(statistics, "weeks"), "");
  const results = rowOf(tableOf(statistics, "endings"), "result");
  const shares = statistics.groups.map(({ id, label }, place) => ({
    id,
    label,
    value: results === null ? 0 : share(results.cells[place], whole?.cells[place]),
  }));
  return (
    <section className="panel" aria-labelledby="statistics-comparison">
      <h2 id="statistics-comparison">{words.title}</h2>
      <ol className="bars__list">
        {shares.map(({ id, label, value }) => (
          <li key={id}>
            <span className="bars__label">{label}</span>
            <span className="bars__track" aria-hidden="true">
              <span className="bars__part" data-look={0} style={{ width: `${value ?? 0}%` }} />
            </span>
            <span className="bars__number">{value === null ? <Hidden value={null} /> : fill(said.share, { share: value })}</span>
          </li>
        ))}
      </ol>
      <p className="hint">{words.note}</p>
    </section>
  );
}
