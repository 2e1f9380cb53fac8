/** The statistics as the server tells them; a null number is hidden. */
import { ROOT, asking } from "../wire/calls";

export type Grouping = "none" | "age" | "language" | "region";

export interface Row {
  key: string;
  part: string;
  label: string;
  part_label: string;
  all: number | null;
  /** By group, in the order of the groups. */
  cells: (number | null)[];
}

export interface Table {
  id: string;
  label: string;
  rows: Row[];
}

export interface Statistics {
  from: string;
  to: string;
  group: Grouping;
  /** Smaller numbers are hidden. */
  fewest: number;
  counted: string | null;
  groups: { id: string; label: string }[];
  tables: Table[];
}

/** What is asked for: days of the first and the last week, and a grouping. Nulls leave it to the server. */
export interface Question {
  from: string | null;
  to: string | null;
  group: Grouping;
}

export function statisticsPath(question: Question): string {
  return asking("/statistics", { ...question });
}

export function csvPath(question: Question, table: string): string {
  return ROOT + asking("/statistics.csv", { table, ...question });
}
