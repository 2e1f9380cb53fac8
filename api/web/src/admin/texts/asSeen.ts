/** Entries of the catalogue in the shapes that the chat shows. */
import { listAt, textOf } from "../editor/tree";
import type { Content, Json } from "../wire/drafting";
import type { Control, HelpNumber, Message, Option, QuestionPayload, ServicePayload, Value } from "../../wire/messages";

const CONTROLS: Record<string, Control> = {
  bool: "choice",
  enum: "choice",
  set: "multi",
  int: "number",
  municipality: "municipality",
};
const LONGEST_SCALE = 10;

/** A message of the assistant. */
export function bubble(text: string): Message {
  return { seq: 0, from: "bot", text, payload: null, at: new Date().toISOString() };
}

export function questionOf(content: Content): QuestionPayload {
  const [min, max] = [numeric(content.min), numeric(content.max)];
  const scale = content.type === "int" && max !== null && max <= LONGEST_SCALE;
  return {
    kind: "question",
    facts: [textOf(content.id)],
    control: scale ? "scale" : (CONTROLS[textOf(content.type)] ?? "text"),
    options: listAt(content, ["quick_replies_fi"]).map((reply) => option(reply as Content)),
    min,
    max,
    unit: textOf(content.unit) || null,
    skippable: content.skippable === true,
    sensitivity: content.sensitivity === "basic" ? "basic" : "sensitive",
  };
}

function option({ label_fi, value, answer }: Content): Option {
  const label = textOf(label_fi);
  if (answer === "declined") return { label, answer };
  return answer ? { label, answer: "dont_know" } : { label, value: (value ?? null) as Value };
}

const numeric = (value: Json | undefined): number | null => (typeof value === "number" ? value : null);

/** The content with the versions in selkokieli in place of the ordinary texts; null where there are none. */
export function inSelko(content: Content): Content | null {
  const spoken = Object.fromEntries(Object.entries(content).map(([name, value]) => [name, version(content, name, value)]));
  return JSON.stringify(spoken) === JSON.stringify(content) ? null : spoken;
}

function version(content: Content, name: string, value: Json): Json {
  const own = name.endsWith("_fi") ? textOf(content[name.replace(/_fi$/, "_selko")]) : "";
  if (own !== "") return own;
  if (!Array.isArray(value)) return value;
  return value.map((one) => (one !== null && typeof one === "object" && !Array.isArray(one) ? (inSelko(one) ?? one) : one));
}

export function serviceOf(content: Content): ServicePayload {
  return {
    kind: "service",
    service: textOf(content.id),
    name: textOf(content.name_fi),
    summary: textOf(content.summary_fi),
    first_step: textOf(content.first_step_fi) || null,
    decided_by: textOf(content.decided_by) || null,
    url: null,
  };
}

export function numberOf(content: Content): HelpNumber {
  return {
    name: textOf(content.name_fi),
    number: textOf(content.number),
    tel: textOf(content.tel),
    note: textOf(content.note_fi),
    hours: textOf(content.hours_fi),
  };
}
