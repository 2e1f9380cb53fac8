/** Published versions of the rules, and the history of one entry or line. */
import { asking, type Calls } from "./calls";
import type { Change, ChangedLine, ChangeKind, EntryName, Json, Published } from "./drafting";

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

/** The calls of versions and histories. */
export class VersionsApi {
  constructor(private readonly calls: Calls) {}

  all(): Promise<{ items: Version[] }> {
    return this.calls.get("/versions");
  }

  one(version: number): Promise<VersionInFull> {
    return this.calls.get(`/versions/${version}`);
  }

  compared(version: number, against: number): Promise<{ items: Change[] }> {
    return this.calls.get(asking(`/versions/${version}/comparison`, { against }));
  }

  /** Publish the content of an older version again, as a new version. */
  restore(version: number, effectiveFrom: string, note: string): Promise<Published> {
    return this.calls.post(`/versions/${version}/restoration`, { effective_from: effectiveFrom, note });
  }

  ofEntry(collection: string, id: string): Promise<{ items: EntryStep[] }> {
    return this.calls.get(historyOf(collection, id));
  }

  ofLine(collection: string, id: string, path: string): Promise<{ items: LineStep[] }> {
    return this.calls.get(asking(`${historyOf(collection, id)}/line`, { path }));
  }
}

function historyOf(collection: string, id: string): string {
  return `/history/${collection}/${encodeURIComponent(id)}`;
}
