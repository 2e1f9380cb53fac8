/** Every sentence that a person reads, and a way to fill in its blanks. */
import texts from "./fi.json";

export { texts };

export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}
