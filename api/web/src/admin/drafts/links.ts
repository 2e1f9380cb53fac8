/** Addresses of the pages of drafts and versions, and from them to an entry. */
import type { EntryName, Path } from "../wire/drafting";

export const TABS = ["muutokset", "ongelmat", "vaikutus", "julkaisu"] as const;
export type Tab = (typeof TABS)[number];

export const DRAFTS = "#/luonnokset";
export const VERSIONS = "#/versiot";

/** A draft; whoever looks at it also works in it. */
export const draftHref = (draft: number, part: Tab | "yhdistaminen" = TABS[0]): string =>
  `${DRAFTS}/${draft}/${part}?luonnos=${draft}`;

export const versionHref = (version: number): string => `${VERSIONS}/${version}`;

/** An entry in a draft, at a place within it. */
export function entryHref({ collection, id }: Pick<EntryName, "collection" | "id">, draft: number, path: Path = []): string {
  const at = path.length > 0 ? `&kohta=${path.join(".")}` : "";
  return `#/luettelo/${collection}/${encodeURIComponent(id)}?luonnos=${draft}${at}`;
}
