/** The choices of fields that take one of a few values, with their names. */
import said from "../../texts/admin.json";
import type { Named } from "../wire/catalogue";

const CHOICES: Record<string, Record<string, string>> = said.form.choices;

/** None for a field that is not such a one. */
export const choicesOf = (field: string): Named[] =>
  Object.entries(CHOICES[field] ?? {}).map(([id, label]) => ({ id, label }));
