/** Rules as the form handles them: conditions, lines and ways, and what a new one begins with. */
import type { FactWords } from "../wire/catalogue";
import type { Content, Json, Path } from "../wire/drafting";
import { added, at, removed } from "./tree";

export type Condition = Content & { fact: string; op: string; value: Json };

const SEVERAL = ["one_of", "none_of"];
const USUAL_WEIGHT = 2;

export const takesSeveral = (op: string): boolean => SEVERAL.includes(op);

/** A condition about another fact or with another comparison; what can be kept of its value is kept. */
export function conditionOn(fact: FactWords, op: string, before: Json = null): Condition {
  const known = fact.operators.some(({ id }) => id === op) ? op : (fact.operators[0]?.id ?? "is");
  return { fact: fact.id, op: known, value: fitting(fact, known, before) };
}

function fitting(fact: FactWords, op: string, before: Json): Json {
  const values = (Array.isArray(before) ? before : [before]).filter((value) => fits(fact, value));
  if (takesSeveral(op)) return values;
  return values[0] ?? plainest(fact);
}

function fits(fact: FactWords, value: Json): boolean {
  if (fact.type === "bool") return typeof value === "boolean";
  if (fact.type === "int") return typeof value === "number";
  if (typeof value !== "string") return false;
  return fact.values.length === 0 ? value !== "" : fact.values.some(({ id }) => id === value);
}

/** What stands there until an editor chooses. */
function plainest(fact: FactWords): Json {
  if (fact.type === "bool") return true;
  if (fact.type === "int") return fact.min ?? 0;
  return fact.values[0]?.id ?? "";
}

export function newLine(fact: FactWords): Content {
  return { any_of: [conditionOn(fact, "")], why_fi: "" };
}

export function newPreference(fact: FactWords): Content {
  return { ...newLine(fact), weight: USUAL_WEIGHT };
}

/** A required line made into one that only speaks for the service. */
export function toPreferring(content: Content, lines: Path, place: number): Content {
  const { any_of = [], why_fi = "" } = (at(content, [...lines, place]) ?? {}) as Content;
  return added(removed(content, lines, place), ["preferring"], { any_of, weight: USUAL_WEIGHT, why_fi });
}

/** A line that speaks for the service made into one that the first way requires. */
export function toRequired(content: Content, place: number): Content {
  const { any_of = [], why_fi = "" } = (at(content, ["preferring", place]) ?? {}) as Content;
  const rest = removed(content, ["preferring"], place);
  const line = { any_of, why_fi };
  return at(rest, ["ways", 0]) === undefined
    ? added(rest, ["ways"], { lines: [line] })
    : added(rest, ["ways", 0, "lines"], line);
}
