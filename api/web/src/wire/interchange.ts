/** The catalogue as files: addresses to fetch it from, and a call that brings a file into a draft. */
import { ADMIN, type Change, type RuleProblem } from "./drafts";
import { call } from "./http";

export const TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PATIENCE_MS = 120_000;

/** A problem of a file; those of a spreadsheet's cell say where the cell is. */
export type FileProblem = Omit<RuleProblem, "path" | "collection" | "id"> &
  Partial<Pick<RuleProblem, "path" | "collection" | "id">> & { sheet?: string; row?: number; column?: string };

export interface Taken {
  problems: FileProblem[];
  comparison: Change[];
  changes: number;
  saved: boolean;
}

export type Edition = { draft: number } | { version: number } | null;

export function exportPath(name: "export.json" | "export.xlsx" | "export/hsds.json", edition: Edition = null): string {
  const asked = edition ? Object.entries(edition).map(([key, value]) => `?${key}=${String(value)}`) : [];
  return `${ADMIN}/${name}${asked.join("")}`;
}

/** A file as it is sent; what it is follows from its name, for a browser may not know spreadsheets. */
export function typed(file: File): Blob {
  return new Blob([file], { type: file.name.toLowerCase().endsWith(".xlsx") ? TABLE : "application/json" });
}

export const take = (csrf: string, draft: number, content: Blob, dryRun: boolean): Promise<Taken> =>
  call(`${ADMIN}/drafts/${draft}/import?dry_run=${String(dryRun)}`, {
    method: "POST",
    body: content,
    headers: { "X-CSRF-Token": csrf },
    patience: PATIENCE_MS,
  });
