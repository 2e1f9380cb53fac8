/** On the first page: what is to be checked next; nothing while there is nothing. */
import { fill } from "../../texts";
import said from "../../texts/desk_admin.json";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import { DueTable } from "./DueTable";
import { dueWithin } from "./wire";

const DAYS = 30;
const FEW = 5;

export function DueNotice() {
  const { calls, draft } = useAdmin();
  const { data } = useRemote(() => dueWithin(calls, DAYS), "");
  if (!data || data.items.length === 0) return null;
  return (
    <section className="due-notice" aria-labelledby="tarkistettavaa">
      <h2 id="tarkistettavaa">{fill(said.due.notice.title, { n: data.items.length })}</h2>
      <DueTable items={data.items.slice(0, FEW)} />
      <a href={linkTo(["tarkistukset"], draft?.id ?? null)}>{said.due.notice.all}</a>
    </section>
  );
}
