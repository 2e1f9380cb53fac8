/** Rows of a table as charts and key figures need them. */
import type { Row, Statistics, Table } from "./wire";

/** One bar: how much there is in all, and of what parts. */
export interface Bar {
  key: string;
  label: string;
  total: number | null;
  parts: { id: string; label: string; value: number | null }[];
}

const WHOLE = new Set(["all", "count"]);
/** A wait is no part of how many waited. */
const ASIDE = new Set(["median", "p90"]);

export function tableOf(statistics: Statistics, id: string): Table | null {
  return statistics.tables.find((table) => table.id === id) ?? null;
}

/** What the page shows: a table of places says the same of needs as the one without them, unless groups are compared. */
export function tablesOf({ tables, groups }: Statistics): Table[] {
  return tables.filter(({ id }) => id !== "gaps" || groups.length > 0);
}

export function rowOf(table: Table | null, key: string, part = "count"): Row | null {
  return table?.rows.find((row) => row.key === key && row.part === part) ?? null;
}

/** The rows that belong together, in their order. */
export function byKey(rows: readonly Row[]): Row[][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row]);
  return [...found.values()];
}

/** The bars of a table without the row of all, the longest first; ratings keep their own order. */
export function barsOf(table: Table): Bar[] {
  const bars = byKey(table.rows.filter(({ key }) => key !== "")).flatMap((rows): Bar[] => {
    const whole = rows.find(({ part }) => WHOLE.has(part));
    const parts = rows.filter(({ part }) => part !== whole?.part && !ASIDE.has(part));
    const told = parts.map(({ part, part_label, all }) => ({ id: part, label: part_label, value: all }));
    return whole ? [{ key: whole.key, label: whole.label, total: whole.all, parts: told }] : [];
  });
  return table.id === "experience" ? bars : bars.sort((one, other) => (other.total ?? 0) - (one.total ?? 0));
}

/** Whole per cent; null where one of the two is hidden or there is nothing to divide. */
export function share(part: number | null | undefined, whole: number | null | undefined): number | null {
  return part == null || !whole ? null : Math.round((100 * part) / whole);
}
