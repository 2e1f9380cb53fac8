/** What has to be checked again, each with a link to it. */
import { fill } from "../../texts";
import rules from "../../texts/admin.json";
import said from "../../texts/desk_admin.json";
import { useAdmin } from "../context";
import { day } from "../drafts/said";
import { linkTo } from "../routes";
import type { Due } from "./wire";

const words = said.due;
const STATES: Record<string, string> = rules.list.freshness;
const COLLECTIONS: Record<string, string> = rules.nav.collections;

export function DueTable({ items }: { items: readonly Due[] }) {
  const { draft } = useAdmin();
  return (
    <div className="table-scroll">
      <table className="list-table">
        <thead>
          <tr>
            {Object.entries(words.columns).map(([id, label]) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={`${one.collection}/${one.id}`}>
              <th scope="row">
                <a href={linkTo(["luettelo", one.collection, one.id], draft?.id ?? null)}>{one.label}</a>
              </th>
              <td>{COLLECTIONS[one.collection]}</td>
              <td>
                <span className={`tag tag--${one.state}`}>{STATES[one.state]}</span>
              </td>
              <td>{day(one.date)}</td>
              <td>{left(one.days_left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function left(days: number): string {
  if (days === 0) return words.today;
  return days < 0 ? fill(words.late, { n: -days }) : fill(words.left, { n: days });
}
