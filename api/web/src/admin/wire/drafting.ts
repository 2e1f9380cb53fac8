/** The calls of drafts: what they change, what is wrong with them, whom they touch, and their way to a version. */
import { asking, type Calls } from "./calls";

/** A piece of content as the server keeps it; its shape belongs to its collection. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type Content = Record<string, Json>;
export type Path = (string | number)[];

export interface EntryName {
  collection: string;
  id: string;
  label: string;
}

export type ChangeKind = "added" | "changed" | "deleted";

/** A draft as a list shows it. */
export interface DraftRow {
  id: number;
  title: string;
  state: "open" | "submitted" | "published" | "discarded";
  based_on: number;
  newest: number;
  /** True when a newer version is out than the one it is based on. */
  stale: boolean;
  revision: number;
  author: string;
  created: string;
  updated: string;
  note: string;
  submitted_by: string | null;
  returned_note: string | null;
  published_as: number | null;
}

export interface Draft extends DraftRow {
  editors: string[];
  changes: number;
  changed: (EntryName & { change: ChangeKind })[];
}

/** One thing that differs, told in plain Finnish. */
export interface ChangedLine {
  path: string;
  label_fi: string;
  before_fi: string;
  after_fi: string;
  text_fi: string;
}

export interface Change extends EntryName {
  collection_fi: string;
  change: ChangeKind;
  change_fi: string;
  lines: ChangedLine[];
}

export interface RuleProblem {
  place: string;
  collection: string;
  id: string;
  path: Path;
  place_fi: string;
  code: string;
  severity: "error" | "warning" | "hint";
  message_fi: string;
  detail: string;
}

export interface Problems {
  errors: number;
  warnings: number;
  hints: number;
  items: RuleProblem[];
}

export interface Named {
  id: string;
  name: string;
}

export interface Touched extends Named {
  gained: Named[];
  lost: Named[];
}

/** Which example people gain and lose what. */
export interface Effect {
  on: string;
  looked_at: number;
  people: Touched[];
  services: (Named & { gained: number; lost: number })[];
  expectations: { person: string; service: string; kind: "must_include" | "must_not_include"; reason_fi: string }[];
}

/** The same over stored cases; null is fewer than five. */
export interface CasesEffect {
  days: number;
  looked_at: number | null;
  changed: number | null;
  services: (Named & { gained: number | null; lost: number | null })[];
}

export interface Conflict extends EntryName {
  path: Path;
  label_fi: string;
  base: Json;
  mine: Json;
  theirs: Json;
}

export interface Merge {
  newest: number;
  merged: number;
  conflicts: Conflict[];
}

export interface Resolution {
  collection: string;
  id: string;
  path: Path;
  take: "mine" | "theirs";
}

export interface Published {
  version: number;
  effective_from: string;
}

export class DraftsApi {
  constructor(private readonly calls: Calls) {}

  one(draft: number): Promise<Draft> {
    return this.calls.get(pathOf(draft));
  }

  comparison(draft: number): Promise<{ items: Change[] }> {
    return this.calls.get(pathOf(draft, "comparison"));
  }

  problems(draft: number): Promise<Problems> {
    return this.calls.get(pathOf(draft, "problems"));
  }

  effect(draft: number, on: string): Promise<Effect> {
    return this.calls.get(asking(pathOf(draft, "effect"), { on }));
  }

  cases(draft: number): Promise<CasesEffect> {
    return this.calls.get(pathOf(draft, "effect/cases"));
  }

  conflicts(draft: number): Promise<Merge> {
    return this.calls.get(pathOf(draft, "merge"));
  }

  settings(): Promise<{ four_eyes: boolean }> {
    return this.calls.get("/rules-settings");
  }

  entry(draft: number, { collection, id }: EntryName): Promise<{ content: Content | null }> {
    return this.calls.get(asking(`/catalogue/${collection}/${encodeURIComponent(id)}`, { draft }));
  }

  /** Begin a draft with the content of an older version. */
  begin(title: string, fromVersion: number): Promise<Draft> {
    return this.calls.post("/drafts", { title, from_version: fromVersion });
  }

  /** Put an entry back to what the draft is based on. */
  reset({ id, revision }: Draft, entry: EntryName): Promise<{ revision: number }> {
    return this.calls.post(`${entryOf(id, entry)}/reset`, { revision });
  }

  /** Save an entry; null deletes it. */
  put({ id, revision }: Draft, entry: EntryName, content: Content | null): Promise<{ revision: number }> {
    const path = entryOf(id, entry);
    return content === null
      ? this.calls.delete(asking(path, { revision }))
      : this.calls.put(path, { revision, content });
  }

  discard(draft: number): Promise<Draft> {
    return this.calls.post(pathOf(draft, "discard"));
  }

  reopen(draft: number): Promise<Draft> {
    return this.calls.post(pathOf(draft, "reopen"));
  }

  submit({ id, revision }: Draft, note: string): Promise<Draft> {
    return this.calls.post(pathOf(id, "submission"), { revision, note });
  }

  withdraw(draft: number): Promise<Draft> {
    return this.calls.delete(pathOf(draft, "submission"));
  }

  giveBack(draft: number, note: string): Promise<Draft> {
    return this.calls.post(pathOf(draft, "return"), { note });
  }

  publish({ id, revision }: Draft, effectiveFrom: string, note: string): Promise<Published> {
    return this.calls.post(pathOf(id, "publication"), { revision, effective_from: effectiveFrom, note });
  }

  merge({ id, revision }: Draft, resolutions: Resolution[]): Promise<Draft> {
    return this.calls.post(pathOf(id, "merge"), { revision, resolutions });
  }
}

function pathOf(draft: number, rest = ""): string {
  return `/drafts/${draft}${rest && `/${rest}`}`;
}

function entryOf(draft: number, { collection, id }: EntryName): string {
  return pathOf(draft, `entries/${collection}/${encodeURIComponent(id)}`);
}
