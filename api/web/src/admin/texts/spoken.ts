/** What people read of an entry: row by row, the variants of one text side by side. */
import { fill } from "../../texts";
import { capitalised } from "../../texts/sentences";
import said from "../../texts/desk_admin.json";
import type { Content, Path } from "../wire/drafting";
import { at, listAt, textOf } from "../editor/tree";

export type Kind = keyof typeof said.texts.kinds;

/** One variant of a text: where it stands and what it is called. */
export interface Variant {
  path: Path;
  label: string;
}

const ALWAYS: Record<Kind, readonly string[]> = {
  texts: [],
  facts: ["question", "help"],
  services: ["summary", "access", "first_step"],
};
const WHERE_THERE_ARE: Record<Kind, readonly string[]> = { texts: [], facts: [], services: ["first_step_written"] };
const REPLIES = "quick_replies_fi";
const STEPS = "first_steps_when";

export const KINDS = Object.keys(said.texts.kinds) as Kind[];

const filled = (content: Content, path: Path): boolean => textOf(at(content, path)) !== "";
const ordinary = (name: string): string => `${name}_fi`;
const selko = (name: string): string => `${name}_selko`;
const inSelko = (label: string): string => fill(said.texts.in_selko, { label });

/** The texts that there should be, and others that there are; selkokieli beside what it is a version of. */
export function rowsOf(kind: Kind, content: Content, labels: Record<string, string>): Variant[][] {
  const named = (name: string): Variant => ({ path: [name], label: capitalised(labels[name] ?? name) });
  if (kind === "texts") {
    return [["fi", "selko", ...["sv", "en"].filter((name) => filled(content, [name]))].map(named)];
  }
  const shown = [...ALWAYS[kind], ...WHERE_THERE_ARE[kind].filter((name) => filled(content, [ordinary(name)]))];
  const rows = shown.map((name) => [ordinary(name), selko(name)].map(named));
  return [...rows, ...stepsOf(content)].map((row) => row.filter((one, place) => place === 0 || worthSaying(content, row, one)));
}

/** Selkokieli is missing only of what is said at all. */
const worthSaying = (content: Content, row: Variant[], one: Variant): boolean =>
  filled(content, one.path) || row.slice(0, 1).some(({ path }) => filled(content, path));

const stepsOf = (content: Content): Variant[][] =>
  listAt(content, [STEPS]).map((_, place) => pairAt([STEPS, place], "step", fill(said.texts.step, { n: place + 1 })));

/** The labels that one answers with. */
export const repliesOf = (content: Content): Variant[][] =>
  listAt(content, [REPLIES]).map((_, place) => pairAt([REPLIES, place], "label", fill(said.texts.reply, { n: place + 1 })));

const pairAt = (place: Path, name: string, label: string): Variant[] => [
  { path: [...place, ordinary(name)], label },
  { path: [...place, selko(name)], label: inSelko(label) },
];

/** The labels in a row, as they are and, where some of them have a version of their own, in selkokieli. */
export function repliesRead(content: Content): Variant["label"][] {
  const pairs = repliesOf(content).map((pair) => pair.map(({ path }) => textOf(at(content, path))));
  const plain = pairs.map(([label = ""]) => label);
  const easy = pairs.map(([label = "", version = ""]) => version || label);
  return [plain, ...(easy.join() === plain.join() ? [] : [easy])].map((one) => one.join(" · "));
}
