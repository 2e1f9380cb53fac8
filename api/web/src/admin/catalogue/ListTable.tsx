/** The rows of a collection: what it is, how fresh, where it is used and what has to be looked at. */
import type { ReactNode } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { groupName } from "./groups";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import type { Row } from "../wire/catalogue";
import { Mover } from "./Mover";
import type { Order } from "./useOrder";
import type { Chosen } from "./chosen";
import { day } from "../drafts/said";

const words = said.list;
const SORTED_BY: Record<string, string> = { label: "name", group: "group", freshness: "freshness", problems: "problems" };

interface ListTableProps {
  collection: string;
  items: Row[];
  total: number;
  chosen: Chosen;
  /** How rows are moved, where they can be. */
  order: Order | null;
  onChoose: (next: Partial<Chosen>) => void;
}

export function ListTable({ collection, items, total, chosen, order, onChoose }: ListTableProps) {
  const { draft } = useAdmin();
  if (items.length === 0) return <p>{words.none}</p>;
  const cells: Record<string, (row: Row) => ReactNode> = {
    ...(items.some(({ group }) => group) && { group: (row: Row) => row.group && groupName(row.group) }),
    ...(items.some(({ freshness }) => freshness) && { freshness: (row: Row) => <Freshness row={row} /> }),
    ...(items.some(({ used_in }) => used_in) && {
      used: (row: Row) => (row.used_in ? fill(words.used, { n: row.used_in }) : words.unused),
    }),
    problems: (row) => <Problems found={row.problems} />,
    ...(order && {
      order: (row: Row) => {
        const place = order.first + items.indexOf(row);
        return <Mover row={row} order={order} isFirst={place === 0} isLast={place === total - 1} />;
      },
    }),
    ...(draft && { changed: (row: Row) => row.changed && <span className="tag">{words.changed[row.changed]}</span> }),
  };
  const columns = Object.entries(words.columns).filter(([id]) => id === "label" || id in cells);
  const sort = (id: string): void => {
    const again = chosen.jarjestys === SORTED_BY[id];
    onChoose({ jarjestys: SORTED_BY[id] ?? "", laskeva: again && chosen.laskeva === "" ? "1" : "" });
  };
  return (
    <div className="table-scroll">
      <table className="list-table">
        <thead>
          <tr>
            {columns.map(([id, label]) => (
              <th key={id} scope="col" aria-sort={sortedNow(id, chosen)}>
                {id in SORTED_BY ? (
                  <button type="button" className="list-table__sort" onClick={() => sort(id)}>
                    {label}
                  </button>
                ) : (
                  label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={linkTo(["luettelo", collection, row.id], draft?.id ?? null)}>{row.label}</a>
                {row.label !== row.id && <span className="list-table__id">{row.id}</span>}
              </th>
              {columns.slice(1).map(([id]) => (
                <td key={id}>{cells[id]?.(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sortedNow(id: string, chosen: Chosen): "ascending" | "descending" | undefined {
  if (!(id in SORTED_BY) || chosen.jarjestys !== SORTED_BY[id]) return undefined;
  return chosen.laskeva ? "descending" : "ascending";
}

function Freshness({ row }: { row: Row }) {
  const state = Object.entries(words.freshness).find(([id]) => id === row.freshness)?.[1];
  return (
    <>
      {row.checked_on && <span>{day(row.checked_on)}</span>}
      {row.freshness !== "fresh" && <span className={`tag tag--${row.freshness ?? ""}`}>{state}</span>}
    </>
  );
}

function Problems({ found }: { found: Row["problems"] }) {
  if (found === null) return <span className="hint">{words.counting}</span>;
  if (found.error + found.warning === 0) return <span className="hint">{words.no_problems}</span>;
  return (
    <>
      {found.error > 0 && <span className="tag tag--error">{fill(words.errors, { n: found.error })}</span>}
      {found.warning > 0 && <span className="tag tag--warning">{fill(words.warnings, { n: found.warning })}</span>}
    </>
  );
}
