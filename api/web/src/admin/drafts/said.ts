/** What the pages of drafts and versions say; kept apart from the sentences that a visitor's page carries. */
import said from "../../texts/drafts.json";
import { Refused } from "../../wire/http";

export { said };

const DAY = new Intl.DateTimeFormat("fi-FI", { dateStyle: "short", timeZone: "UTC" });

/** A date such as 2027-01-31 as it is read in Finland. */
export const day = (date: string): string => DAY.format(new Date(date));

const TODAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" });

/** The day that it is in Finland, such as 2027-01-31. */
export const today = (): string => TODAY.format(new Date());

/** What a failed call means, in words. */
export function explained(error: unknown): string {
  const codes = error instanceof Refused ? [...error.faults, error.code] : [];
  const known: Record<string, string> = said.failed;
  return codes.map((code) => known[code]).find((sentence) => sentence !== undefined) ?? said.failed[""];
}

/** Who did it; what came with the product has no person behind it. */
export const personName = (name: string): string => (name === "seed" ? said.drafts.seed : name);
