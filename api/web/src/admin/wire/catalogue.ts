/** The catalogue as the server sends it: the table of a collection, one entry, and what rules are made of. */
import { asking, type Calls } from "./calls";
import type { Content, Effect, EntryName, RuleProblem } from "./drafting";

export interface Row {
  id: string;
  label: string;
  group: string | null;
  freshness: string | null;
  checked_on: string | null;
  recheck_on: string | null;
  used_in: number;
  /** Null while they are still being counted. */
  problems: { error: number; warning: number } | null;
  changed: "added" | "changed" | null;
}

export interface Listing {
  version: number;
  total: number;
  facets: { groups: Record<string, number>; freshness: Record<string, number> };
  items: Row[];
}

export interface Reading {
  title: string;
  parts: { heading: string; items: { text: string; why: string; path: string; note: string }[] }[];
  text: string;
}

export interface Entry {
  id: string;
  content: Content | null;
  revision: number | null;
  published: Content | null;
  changed: boolean;
  used_in: EntryName[];
  problems: RuleProblem[];
  reading: Reading | null;
}

export interface Named {
  id: string;
  label: string;
}

export interface FactWords extends Named {
  type: string;
  group: string;
  sensitivity: string;
  values: Named[];
  unit: string | null;
  min: number | null;
  max: number | null;
  operators: Named[];
}

export interface Vocabulary {
  facts: FactWords[];
  needs: Named[];
  services: (Named & { group: string })[];
  /** Places by official code. */
  municipalities: Named[];
  regions: Named[];
  wellbeing_areas: Named[];
  collections: Record<string, string>;
  fields: Record<string, string>;
  /** What the texts of the assistant are called. */
  texts: Record<string, string>;
}

export interface Listed {
  q: string;
  group: string | null;
  freshness: string | null;
  problems: boolean | null;
  sort: string | null;
  descending: boolean | null;
  offset: number;
  limit: number;
}

const entryPath = (collection: string, id: string): string => `/catalogue/${collection}/${encodeURIComponent(id)}`;

export const listing = (calls: Calls, collection: string, draft: number | null, asked: Listed): Promise<Listing> =>
  calls.get(asking(`/catalogue/${collection}`, { ...asked, draft }));

export const entry = (calls: Calls, collection: string, id: string, draft: number | null): Promise<Entry> =>
  calls.get(asking(entryPath(collection, id), { draft }));

export const vocabulary = (calls: Calls, draft: number | null): Promise<Vocabulary> =>
  calls.get(asking("/vocabulary", { draft }));

/** What unsaved changes would do. */
export interface Preview {
  problems: RuleProblem[];
  /** Null when the rules cannot be evaluated. */
  effect: Effect | null;
  readings: Record<string, Record<string, Reading | null>>;
}

export interface Verdict {
  id: string;
  name: string;
  verdict: "yes" | "unknown" | "no";
  in_set: boolean;
  reasons: { text: string; verdict: "yes" | "unknown" | "no"; path: string | null }[];
  why_not: string[];
  missing: Named[];
}

export interface Trial {
  services: Verdict[];
  needs: (Named & { verdict: Verdict["verdict"] })[];
}

export interface Saved {
  revision: number;
  content: Content;
  problems: RuleProblem[];
}

/** What another editor has saved meanwhile. */
export interface Newest {
  revision: number;
  content: Content | null;
  by: string;
}

export type Changes = Record<string, Record<string, Content | null>>;

/** The calls of one draft that the editor makes. */
export class EntryApi {
  constructor(
    private readonly calls: Calls,
    private readonly draft: number,
  ) {}

  save(collection: string, id: string, revision: number, content: Content): Promise<Saved> {
    return this.calls.put(this.path(collection, id), { revision, content });
  }

  remove(collection: string, id: string, revision: number): Promise<{ revision: number }> {
    return this.calls.delete(asking(this.path(collection, id), { revision }));
  }

  reset(collection: string, id: string, revision: number): Promise<{ revision: number; content: Content | null }> {
    return this.calls.post(`${this.path(collection, id)}/reset`, { revision });
  }

  preview(changes: Changes): Promise<Preview> {
    return this.calls.post(`/drafts/${this.draft}/preview`, { changes });
  }

  trial(facts: Content, changes: Changes, service: string | null): Promise<Trial> {
    return this.calls.post(`/drafts/${this.draft}/trial`, { facts, changes, service });
  }

  reading(collection: string, content: Content): Promise<Reading> {
    return this.calls.post(`/drafts/${this.draft}/reading`, { collection, content });
  }

  private path(collection: string, id: string): string {
    return `/drafts/${this.draft}/entries/${collection}/${encodeURIComponent(id)}`;
  }
}
