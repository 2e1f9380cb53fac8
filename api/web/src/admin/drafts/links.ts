/** Addresses of drafts and versions, and from them of an entry. */
import { linkTo } from "../routes";
import type { EntryName, Path } from "../wire/drafting";

export const TABS = ["muutokset", "ongelmat", "vaikutus", "julkaisu"] as const;
export type Tab = (typeof TABS)[number];
export const MERGE = "yhdistaminen";

/** A draft; whoever looks at it also works in it. */
export const draftLink = (draft: number, part: Tab | typeof MERGE = TABS[0]): string =>
  linkTo(["luonnokset", String(draft), part], draft);

export const draftsLink = (draft: number | null): string => linkTo(["luonnokset"], draft);

export const versionsLink = (draft: number | null): string => linkTo(["versiot"], draft);

export const versionLink = (version: number, draft: number | null): string => linkTo(["versiot", String(version)], draft);

/** An entry in a draft, at a place within it; an order is seen in its list. */
export const entryLink = ({ collection, id }: Pick<EntryName, "collection" | "id">, draft: number, path: Path = []): string =>
  linkTo(collection === "order" ? ["luettelo", id] : ["luettelo", collection, id], draft, path.length > 0 ? { kohta: path.join(".") } : {});
