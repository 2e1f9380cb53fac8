/** What an entry is called, and an id out of a name. */
import { fold } from "../../controls/search";
import type { Vocabulary } from "../wire/catalogue";
import type { Content } from "../wire/drafting";

const NAMES = ["name_fi", "label_fi"];
const LONGEST = 64;

export function nameOf(content: Content | null, id: string): string {
  const name = NAMES.map((field) => content?.[field]).find((value) => typeof value === "string" && value !== "");
  return typeof name === "string" ? name : id;
}

/** The heading of an entry: a text is called by what it is for. */
export function titleOf(collection: string, content: Content, id: string, { texts }: Pick<Vocabulary, "texts">): string {
  return (collection === "texts" ? texts[id] : undefined) ?? nameOf(content, id);
}

export function idOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST);
}
