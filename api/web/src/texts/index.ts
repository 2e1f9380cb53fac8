/** Every sentence that a person reads, and a way to fill in its blanks. */
import cases from "./case.json";
import common from "./fi.json";
import queue from "./queue.json";

export const texts = { ...common, ...cases, ...queue };

/** Puts values in place of `{name}`; values that are not named are passed over. */
export function fill(sentence: string, values: object): string {
  const known = new Map(Object.entries(values) as [string, string | number][]);
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(known.get(name) ?? blank));
}
