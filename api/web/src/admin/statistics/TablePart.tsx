/** One table of the statistics: as a chart, as numbers, and as a file. */
import { useState } from "react";
import { fill } from "../../texts";
import said from "../../texts/statistics.json";
import { Bars } from "./Bars";
import { DataTable } from "./DataTable";
import { Weeks } from "./Weeks";
import { barsOf } from "./shape";
import { csvPath, type Question, type Statistics, type Table } from "./wire";

/** Tables of a few rows, which stand open. */
const SHORT = new Set(["not_understood", "experience", "escalations"]);

interface TablePartProps {
  table: Table;
  groups: Statistics["groups"];
  question: Question;
}

export function TablePart({ table, groups, question }: TablePartProps) {
  const id = `statistics-${table.id}`;
  // A table of regions has thousands of cells, so it is drawn when it is wanted.
  const [isOpen, setOpen] = useState(SHORT.has(table.id));
  const isEmpty = table.rows.every(({ all }) => all === 0);
  const compares = groups.length > 0;
  const file = (
    <a href={csvPath(question, table.id)} download aria-label={fill(said.csv_label, { table: table.label })}>
      {said.csv}
    </a>
  );
  const caption = compares ? file : <span className="visually-hidden">{table.label}</span>;
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="stack__head">
        <h2 id={id}>{table.label}</h2>
        {!compares && file}
      </div>
      {isEmpty && <p>{said.empty}</p>}
      {!isEmpty && !compares && <Chart table={table} />}
      {!isEmpty && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{said.as_table}</summary>
          {isOpen && <DataTable table={table} groups={groups} caption={caption} />}
        </details>
      )}
    </section>
  );
}

function Chart({ table }: { table: Table }) {
  if (table.id === "weeks") return <Weeks table={table} />;
  const bars = barsOf(table);
  if (bars.length === 0) return null;
  // Places are many and differ from need to need, so the bar of a need is whole.
  const shown = table.id === "gaps_by_place" ? bars.map((bar) => ({ ...bar, parts: [] })) : bars;
  return <Bars bars={shown} label={table.label} />;
}
