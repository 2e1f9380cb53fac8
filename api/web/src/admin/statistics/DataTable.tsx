/** The numbers themselves: parts as columns, or groups as columns when groups are compared. */
import { Fragment, type ReactNode } from "react";
import said from "../../texts/statistics.json";
import { Hidden } from "./Hidden";
import { byKey } from "./shape";
import type { Statistics, Table } from "./wire";

interface Numbers {
  table: Table;
  groups: Statistics["groups"];
}

/** `caption` may hold a link: a table that is wider than the page can then be reached and scrolled with the keyboard. */
export function DataTable({ table, groups, caption }: Numbers & { caption: ReactNode }) {
  const compares = groups.length > 0 && table.rows.some(({ cells }) => cells.length > 0);
  return (
    <div className="table-scroll">
      <table className="list-table statistics__table">
        <caption>{caption}</caption>
        {compares ? <ByGroup table={table} groups={groups} /> : <ByPart table={table} />}
      </table>
    </div>
  );
}

function ByPart({ table }: { table: Table }) {
  const rows = byKey(table.rows);
  const named = new Map(table.rows.map(({ part, part_label }) => [part, part_label]));
  // Where every row has parts of its own, such as places, they stand under each other.
  const isLong = table.id === "gaps_by_place";
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{said.row}</th>
          {isLong ? <th scope="col">{said.all}</th> : [...named].map(([part, label]) => <th key={part} scope="col">{label}</th>)}
        </tr>
      </thead>
      <tbody>
        {isLong
          ? table.rows.map((row) => (
              <tr key={`${row.key}/${row.part}`}>
                <th scope="row">{`${row.label}, ${row.part_label}`}</th>
                <td><Hidden value={row.all} /></td>
              </tr>
            ))
          : rows.map((parts) => (
              <tr key={parts[0]?.key}>
                <th scope="row">{parts[0]?.label}</th>
                {[...named.keys()].map((part) => (
                  <td key={part}><Hidden value={parts.find((row) => row.part === part)?.all ?? null} /></td>
                ))}
              </tr>
            ))}
      </tbody>
    </>
  );
}

function ByGroup({ table, groups }: Numbers) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{said.row}</th>
          <th scope="col">{said.all}</th>
          {groups.map(({ id, label }) => (
            <th key={id} scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byKey(table.rows).map((rows) => (
          <Fragment key={rows[0]?.key}>
            {rows.map((row) => (
              <tr key={row.part}>
                <th scope="row">{rows.length > 1 ? `${row.label}, ${row.part_label}` : row.label}</th>
                {[row.all, ...row.cells].map((value, place) => (
                  <td key={groups[place - 1]?.id ?? "all of them"}><Hidden value={value} /></td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </>
  );
}
