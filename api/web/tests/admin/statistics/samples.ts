import type { Row, Statistics, Table } from "../../../src/admin/statistics/wire";

export function row(key: string, part: string, all: number | null, extra: Partial<Row> = {}): Row {
  return { key, part, all, label: key || "Kaikki", part_label: part, cells: [], ...extra };
}

export function table(id: string, rows: Row[], label = id): Table {
  return { id, label, rows };
}

export function statistics(extra: Partial<Statistics> = {}): Statistics {
  return {
    from: "2026-11-02",
    to: "2026-11-15",
    group: "none",
    fewest: 5,
    counted: "2026-11-22T02:00:00Z",
    groups: [],
    tables: [
      table("weeks", [row("", "count", 80), row("2026-11-02", "count", 70), row("2026-11-09", "count", 10)], "Viikot"),
      table("endings", [row("", "count", 80), row("result", "count", 60, { label: "Sai ehdotuksen" }), row("human", "count", null)], "Loput"),
      table(
        "questions",
        [
          row("ika", "all", 50, { label: "Ikä", part_label: "yhteensä" }),
          row("ika", "known", 45, { label: "Ikä", part_label: "vastasi" }),
          row("ika", "left", 5, { label: "Ikä", part_label: "jäi" }),
        ],
        "Kysymykset",
      ),
      table("escalations", [row("", "count", 9), row("", "median", 4), row("pyynto", "count", 9), row("pyynto", "median", 4)], "Ohjaukset"),
      table("not_understood", [row("", "count", null)], "Ei ymmärretty"),
      table("experience", [], "Arviot"),
    ],
    ...extra,
  };
}
