/** Published versions of the rules, and the history of one entry or line. */
import { ADMIN, type Change, type ChangedLine, type ChangeKind, type EntryName, type Json, type Published } from "./drafts";
import { call } from "./http";

export interface Version {
  version: number;
  effective_from: string;
  in_force: boolean;
  author: string;
  approver: string | null;
  note: string;
  created: string;
  kind: "seed" | "edit" | "undo";
  based_on: number | null;
  /** Null for the first of its kind: everything. */
  changes: number | null;
}

export interface VersionInFull extends Version {
  changed: (EntryName & { change: ChangeKind })[];
}

interface Happened {
  version: number;
  at: string;
  author: string;
  approver: string | null;
  note: string;
  effective_from: string;
  kind: Version["kind"];
}

export interface EntryStep extends Happened {
  change: ChangeKind;
  lines: ChangedLine[];
}

export interface LineStep extends Happened {
  text_fi: string;
  content: Json;
}

export const allVersions = (): Promise<{ items: Version[] }> => call(`${ADMIN}/versions`);

export const oneVersion = (version: number): Promise<VersionInFull> => call(`${ADMIN}/versions/${version}`);

export const compared = (version: number, against: number): Promise<{ items: Change[] }> =>
  call(`${ADMIN}/versions/${version}/comparison?against=${against}`);

/** Publish the content of an older version again, as a new version. */
export const restore = (csrf: string, version: number, effectiveFrom: string, note: string): Promise<Published> =>
  call(`${ADMIN}/versions/${version}/restoration`, {
    method: "POST",
    body: { effective_from: effectiveFrom, note },
    headers: { "X-CSRF-Token": csrf },
  });

const history = (collection: string, id: string): string =>
  `${ADMIN}/history/${collection}/${encodeURIComponent(id)}`;

export const entryHistory = (collection: string, id: string): Promise<{ items: EntryStep[] }> =>
  call(history(collection, id));

export const lineHistory = (collection: string, id: string, path: string): Promise<{ items: LineStep[] }> =>
  call(`${history(collection, id)}/line?path=${encodeURIComponent(path)}`);
