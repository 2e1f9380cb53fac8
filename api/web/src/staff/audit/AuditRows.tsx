/** Rows of the audit log. */
import { fill, texts } from "../../texts";
import { TableHead } from "../../ui/TableHead";
import type { AuditRow } from "../../wire/staff";
import { moment } from "../account/moment";

const said = texts.advisor.audit;

function actionName(action: string): string {
  return Object.entries(said.actions).find(([id]) => id === action)?.[1] ?? action;
}

export function AuditRows({ rows }: { rows: AuditRow[] }) {
  if (rows.length === 0) return <p role="status">{said.none}</p>;
  return (
    <>
      <p role="status">{fill(said.count, { n: rows.length })}</p>
      <table>
        <TableHead names={Object.values(said.columns)} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{moment(row.at)}</td>
              <td>{row.staff === "-" ? said.nobody : row.staff}</td>
              <td>{actionName(row.action)}</td>
              <td>{row.conversation && <code>{row.conversation}</code>}</td>
              <td>{row.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
