/** Drafts and versions as the server sends them. */

export interface ChangedEntry {
  collection: string;
  id: string;
  label: string;
  change: "added" | "changed" | "deleted";
}

export interface Draft {
  id: number;
  title: string;
  state: "open" | "submitted" | "published" | "discarded";
  based_on: number;
  newest: number;
  /** True when a newer version is out than the one it is based on. */
  stale: boolean;
  revision: number;
  author: string;
  editors: string[];
  created: string;
  updated: string;
  note: string | null;
  submitted_by: string | null;
  returned_note: string | null;
  changes: number;
  changed: ChangedEntry[];
}

export interface Version {
  version: number;
  effective_from: string;
  in_force: boolean;
  author: string;
  approver: string | null;
  note: string;
  created: string;
  kind: string;
  based_on: number | null;
  changes: number | null;
}
