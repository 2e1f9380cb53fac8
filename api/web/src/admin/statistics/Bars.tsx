/** Horizontal bars with their numbers; the parts of a bar differ by pattern as well as by colour. */
import { fill } from "../../texts";
import said from "../../texts/statistics.json";
import { Hidden } from "./Hidden";
import type { Bar } from "./shape";

const MOST = 12;

export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const shown = bars.slice(0, MOST);
  const longest = Math.max(1, ...shown.map(({ total }) => total ?? 0));
  const parts = shown[0]?.parts ?? [];
  return (
    <figure className="bars" aria-label={fill(said.chart, { table: label })}>
      {parts.length > 0 && (
        <ul className="bars__legend">
          {parts.map((part, place) => (
            <li key={part.id}>
              <span className="bars__part" data-look={place} aria-hidden="true" />
              {part.label}
            </li>
          ))}
        </ul>
      )}
      <ol className="bars__list">
        {shown.map((bar) => (
          <li key={bar.key}>
            <span className="bars__label">{bar.label}</span>
            <span className="bars__track" aria-hidden="true">
              {segments(bar).map(({ place, value }) => (
                <span key={place} className="bars__part" data-look={place} style={{ width: `${(100 * value) / longest}%` }} />
              ))}
            </span>
            <span className="bars__number">
              <Hidden value={bar.total} />
            </span>
          </li>
        ))}
      </ol>
      {bars.length > MOST && <figcaption className="hint">{fill(said.most, { n: MOST })}</figcaption>}
    </figure>
  );
}

/** The parts to draw, or the whole where a part is hidden or there are none. */
function segments({ total, parts }: Bar): { place: number | "whole"; value: number }[] {
  const known = parts.flatMap(({ value }, place) => (value ? [{ place, value }] : []));
  const isWhole = parts.length > 0 && parts.every(({ value }) => value !== null);
  return isWhole ? known : [{ place: parts.length > 0 ? "whole" : 0, value: total ?? 0 }];
}
