/** What the learning pages say. */
import { fill } from "../../texts";
import { rules } from "../../texts/admin.json";
import said from "../../texts/learning.json";
import { Refused } from "../../wire/http";
import type { FactWords } from "../wire/catalogue";
import type { Json } from "../wire/drafting";
import type { Model } from "./wire";

export { said };

/** What a failed call means, in words. */
export function explained(error: unknown): string {
  const codes = error instanceof Refused ? [...error.faults, error.code] : [];
  const known: Record<string, string> = said.failed;
  return codes.map((code) => known[code]).find((sentence) => sentence !== undefined) ?? said.failed[""];
}

export const modelName = (model: Model): string =>
  model.kind === "base" ? said.models.base : fill(said.models.trained, { id: model.id });

export function actName(act: string): string {
  const known: Record<string, string> = said.acts;
  return known[act] ?? act;
}

/** A value of a fact as an editor reads it. */
export function valueName(fact: FactWords | undefined, value: Json): string {
  if (typeof value === "boolean") return value ? rules.yes : rules.no;
  return fact?.values.find(({ id }) => id === value)?.label ?? JSON.stringify(value);
}

const PER_CENT = new Intl.NumberFormat("fi-FI", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A share such as 0.934 as 93,4. */
export const share = (value: number | null): string => (value === null ? "–" : PER_CENT.format(value * 100));
