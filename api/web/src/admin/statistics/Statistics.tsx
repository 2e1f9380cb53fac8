/** The section of statistics: key figures, charts with their tables, and the same by group. */
import "../../styles/statistics.css";
import { InlineAlert } from "suomifi-ui-components";
import { fill } from "../../texts";
import said from "../../texts/statistics.json";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { Refused } from "../../wire/http";
import { useAdmin } from "../context";
import { linkTo, useRoute } from "../routes";
import type { SectionProps } from "../sections";
import { Comparison } from "./Comparison";
import { Controls } from "./Controls";
import { Figures } from "./Figures";
import { TablePart } from "./TablePart";
import { tablesOf } from "./shape";
import { statisticsPath, type Grouping, type Question, type Statistics as Found } from "./wire";

type Answer = Found | "bad_period";

export default function Statistics({ query }: SectionProps) {
  const { calls, draft } = useAdmin();
  const [, go] = useRoute();
  const question = questionOf(query);
  const path = statisticsPath(question);
  const remote = useRemote<Answer>(() => calls.get<Found>(path).catch(badPeriod), path);
  const found = remote.data === "bad_period" ? null : remote.data;
  const shown = found ? { from: found.from, to: found.to, group: question.group } : question;
  return (
    <div className="stack statistics">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <Controls
        key={`${path} ${found?.from ?? ""}`}
        shown={shown}
        onAsk={({ from, to, group }) =>
          go(linkTo(["tilastot"], draft?.id ?? null, { ...(from && { alku: from }), ...(to && { loppu: to }), ryhma: group }))
        }
      />
      {remote.data === "bad_period" && <InlineAlert status="warning">{said.bad_period}</InlineAlert>}
      <RemoteNotice remote={remote} />
      {found && <Tables found={found} question={shown} />}
    </div>
  );
}

function Tables({ found, question }: { found: Found; question: Question }) {
  const counted = found.counted === null ? "" : fill(said.counted, { counted: moment(found.counted) });
  return (
    <>
      <p role="status">{`${fill(said.period, { from: day(found.from), to: day(found.to) })}. ${counted}`}</p>
      <p className="hint">{fill(said.hidden_note, found)}</p>
      <Figures statistics={found} />
      {found.groups.length > 0 && <Comparison statistics={found} />}
      {tablesOf(found).map((table) => (
        <TablePart key={`${table.id} ${found.group}`} table={table} groups={found.groups} question={question} />
      ))}
      <section className="panel" aria-labelledby="statistics-about">
        <h2 id="statistics-about">{said.about.title}</h2>
        <ul className="statistics__about">
          {said.about.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function questionOf(query: URLSearchParams): Question {
  const group = query.get("ryhma") ?? "none";
  return { from: query.get("alku"), to: query.get("loppu"), group: group in said.groups ? (group as Grouping) : "none" };
}

function badPeriod(error: unknown): "bad_period" {
  if (error instanceof Refused && error.status === 422) return "bad_period";
  throw error;
}

function day(text: string): string {
  return new Date(text).toLocaleDateString("fi", { timeZone: "UTC" });
}

function moment(text: string): string {
  return new Date(text).toLocaleString("fi", { dateStyle: "short", timeStyle: "short" });
}
