/** Which fields of an entry people read, side by side. */
import said from "../../texts/desk_admin.json";
import type { Content, Path } from "../wire/drafting";
import { listAt, textOf } from "../editor/tree";

export type Kind = keyof typeof said.texts.kinds;

const ALWAYS: Record<Kind, readonly string[]> = {
  texts: ["fi", "selko"],
  facts: ["question_fi", "help_fi"],
  services: ["summary_fi", "access_fi", "first_step_fi"],
};
const WHERE_THERE_ARE: Record<Kind, readonly string[]> = { texts: ["sv", "en"], facts: [], services: [] };
const REPLIES = "quick_replies_fi";

export const KINDS = Object.keys(said.texts.kinds) as Kind[];

/** Variants and fields to show: those that there should be, and others that there are. */
export function fieldsOf(kind: Kind, content: Content): string[] {
  return [...ALWAYS[kind], ...WHERE_THERE_ARE[kind].filter((name) => textOf(content[name]) !== "")];
}

/** The places of the labels that one answers with. */
export const repliesOf = (content: Content): Path[] =>
  listAt(content, [REPLIES]).map((_, place) => [REPLIES, place, "label_fi"]);
