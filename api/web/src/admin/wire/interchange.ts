/** The catalogue as files: addresses to fetch it from, and a call that brings a file into a draft. */
import { asking, ROOT, type Calls } from "./calls";
import type { Change, RuleProblem } from "./drafting";

export const TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A problem of a file; those of a spreadsheet's cell say where the cell is. */
export type FileProblem = Omit<RuleProblem, "path" | "collection" | "id"> &
  Partial<Pick<RuleProblem, "path" | "collection" | "id">> & { sheet?: string; row?: number; column?: string };

export interface Taken {
  problems: FileProblem[];
  comparison: Change[];
  changes: number;
  saved: boolean;
}

export interface Edition {
  draft: number | null;
  version: number | null;
}

/** The address that the browser fetches a file from. */
export function exportPath(name: "export.json" | "export.xlsx" | "export/hsds.json", edition: Partial<Edition> = {}): string {
  return `${ROOT}${asking(`/${name}`, edition)}`;
}

/** A file as it is sent; what it is follows from its name, for a browser may not know spreadsheets. */
export function typed(file: File): Blob {
  return new Blob([file], { type: file.name.toLowerCase().endsWith(".xlsx") ? TABLE : "application/json" });
}

/** Bring a file into a draft, or only try to. */
export function take(calls: Calls, draft: number, content: Blob, dryRun: boolean): Promise<Taken> {
  return calls.post(asking(`/drafts/${draft}/import`, { dry_run: dryRun }), content);
}
