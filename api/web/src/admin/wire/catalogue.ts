/** The catalogue as the server sends it: the table of a collection, one entry, and what rules are made of. */
import type { Calls } from "./calls";
import { asking } from "./calls";

export type Content = Record<string, unknown>;

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

export interface Problem {
  place: string;
  collection: string;
  id: string;
  path: (string | number)[];
  place_fi: string;
  code: string;
  severity: "error" | "warning" | "hint";
  message_fi: string;
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
  used_in: { collection: string; id: string; label: string }[];
  problems: Problem[];
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
  collections: Record<string, string>;
  fields: Record<string, string>;
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
