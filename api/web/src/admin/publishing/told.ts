/** A piece of content told line by line: a rule's conditions as sentences, names instead of ids. */
import { said } from "../drafts/said";
import { textOf } from "../editor/tree";
import type { FactWords, Vocabulary } from "../wire/catalogue";
import type { Json } from "../wire/drafting";

type Members = Record<string, Json>;

/** Every line of a value. */
export function told(value: Json, words: Vocabulary): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => told(one, words));
  if (value === null || typeof value !== "object") return [plain(value, words)];
  if (Array.isArray(value.lines)) return told(value.lines, words);
  if (Array.isArray(value.any_of)) return [line(value.any_of as Members[], value, words)];
  return [members(value, words)];
}

/** What is in some of the sides but not in all; everything where only the order differs. */
export function differing(sides: readonly string[][]): string[][] {
  const own = sides.map((side) => side.filter((one) => !sides.every((other) => other.includes(one))));
  return own.every((side) => side.length === 0) ? [...sides] : own;
}

function line(conditions: Members[], { why_fi: why }: Members, words: Vocabulary): string {
  const text = conditions.map((one) => condition(one, words)).join(said.merge.or);
  return typeof why === "string" && why !== "" ? `${text} (${why})` : text;
}

function condition({ fact: id = null, op = null, value = null }: Members, words: Vocabulary): string {
  const fact = words.facts.find((one) => one.id === id);
  const operator = fact?.operators.find((one) => one.id === op)?.label ?? textOf(op);
  const values = (Array.isArray(value) ? value : [value]).map((one) => valueOf(one, fact, words)).join(", ");
  return `${fact?.label ?? textOf(id)}: ${operator} ${values} ${fact?.unit ?? ""}`.trim();
}

function valueOf(value: Json, fact: FactWords | undefined, words: Vocabulary): string {
  return fact?.values.find(({ id }) => id === value)?.label ?? plain(value, words);
}

function members(value: Members, words: Vocabulary): string {
  const known = Object.entries(value).filter(([, one]) => one !== null && one !== "");
  return known.map(([name, one]) => `${words.fields[name] ?? name}: ${told(one, words).join(", ")}`).join("; ");
}

function plain(value: Json, words: Vocabulary): string {
  if (value === null || value === "") return said.merge.nothing;
  if (typeof value === "boolean") return value ? said.merge.yes : said.merge.no;
  const id = textOf(value);
  const service = words.services.find((one) => one.id === id);
  return service?.label ?? words.needs.find((one) => one.id === id)?.label ?? id;
}
