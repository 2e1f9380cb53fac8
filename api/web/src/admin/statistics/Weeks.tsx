/** Columns by week, drawn from the numbers; a hidden one is a gap with its mark. */
import { fill } from "../../texts";
import said from "../../texts/statistics.json";
import type { Table } from "./wire";

const HEIGHT = 160;
const FOOT = 22;
const HEAD = 20;
const STEP = 64;
const WIDTH = 36;

export function Weeks({ table }: { table: Table }) {
  const weeks = table.rows.filter(({ key }) => key !== "");
  const highest = Math.max(1, ...weeks.map(({ all }) => all ?? 0));
  const width = weeks.length * STEP;
  return (
    <div className="table-scroll">
      <svg
        className="weeks"
        role="img"
        aria-label={fill(said.chart, { table: table.label })}
        viewBox={`0 0 ${width} ${HEIGHT + FOOT + HEAD}`}
        style={{ width: `${width}px` }}
      >
        {weeks.map(({ key, all }, place) => {
          const height = ((all ?? 0) / highest) * HEIGHT;
          const middle = place * STEP + STEP / 2;
          return (
            <g key={key}>
              <rect x={middle - WIDTH / 2} y={HEAD + HEIGHT - height} width={WIDTH} height={height} />
              <text x={middle} y={HEAD + HEIGHT - height - 5}>
                {all ?? said.hidden_mark}
              </text>
              <text x={middle} y={HEAD + HEIGHT + FOOT - 5}>
                {shortDay(key)}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={width} y1={HEAD + HEIGHT} y2={HEAD + HEIGHT} />
      </svg>
    </div>
  );
}

/** The Monday as it is written in Finland, without the year. */
function shortDay(day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${date}.${month}.`;
}
