/** Two versions of an entry made into one, field by field. */
import type { Content, Json } from "../wire/drafting";

export type Take = "mine" | "theirs";

export interface Differing {
  name: string;
  mine: Json;
  theirs: Json;
  /** True when both have changed it, so that somebody has to choose. */
  both: boolean;
  /** Whose change it is when only one has changed it. */
  own: Take;
}

const same = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The fields in which two versions differ, given what both began with. */
export function differing(base: Content, mine: Content, theirs: Content): Differing[] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return names
    .filter((name) => !same(mine[name], theirs[name]))
    .map((name) => {
      const changedByMe = !same(mine[name], base[name]);
      const changedByThem = !same(theirs[name], base[name]);
      return {
        name,
        mine: mine[name] ?? null,
        theirs: theirs[name] ?? null,
        both: changedByMe && changedByThem,
        own: changedByMe ? "mine" : "theirs",
      };
    });
}

/** Their version with what is mine: my own changes, and what was chosen where both had changed. */
export function joined(mine: Content, theirs: Content, fields: Differing[], takes: Record<string, Take>): Content {
  const kept = fields.filter(({ name, both, own }) => (both ? takes[name] : own) === "mine");
  return { ...theirs, ...Object.fromEntries(kept.map(({ name }) => [name, mine[name] ?? null])) };
}
