/** The audit log as a table: whose, which conversation, which day; older rows on demand. */
import { useState, type SyntheticEvent } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import { AccountApi, type AuditRow, type Staff } from "../../wire/staff";
import { explained } from "../account/problems";
import { Problem } from "../account/Problem";
import { AuditRows } from "./AuditRows";

const said = texts.advisor.audit;
const FILTERS = ["staff", "conversation", "day"] as const;

export function AuditLog({ staff }: { staff: Staff }) {
  const [api] = useState(() => new AccountApi(staff.csrf));
  const [asked, setAsked] = useState<Record<string, string>>({});
  const [rows, setRows] = useState<AuditRow[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = (question: Record<string, string>, before: AuditRow[]): void => {
    setProblem(null);
    api.audit(question).then(
      (page) => {
        setRows([...before, ...page.items]);
        setNext(page.next);
      },
      (error: unknown) => setProblem(explained(error)),
    );
  };
  const ask = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = FILTERS.map((name) => [name, (form.get(name) as string).trim()] as const);
    const question = Object.fromEntries(given.filter(([, value]) => value !== ""));
    setAsked(question);
    read(question, []);
  };
  return (
    <main className="audit">
      <h1>{said.title}</h1>
      <p className="hint">{said.written_down}</p>
      <form className="audit__form" onSubmit={ask}>
        {FILTERS.map((name) => (
          <label key={name}>
            {said.filters[name]}
            <input className="field" name={name} type={name === "day" ? "date" : "text"} autoComplete="off" />
          </label>
        ))}
        <Button look="primary" type="submit">
          {said.search}
        </Button>
      </form>
      <Problem text={problem} />
      {rows && <AuditRows rows={rows} />}
      {rows && next !== null && <Button onClick={() => read({ ...asked, before: String(next) }, rows)}>{said.older}</Button>}
    </main>
  );
}
