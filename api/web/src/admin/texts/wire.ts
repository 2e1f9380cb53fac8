/** Texts as a list brings them: whole, with what is wrong in them. */
import type { Listed, Listing, Row } from "../wire/catalogue";
import { asking, type Calls } from "../wire/calls";
import type { Content, RuleProblem } from "../wire/drafting";

export interface TextRow extends Row {
  content: Content;
  found: RuleProblem[];
}

export interface TextListing extends Listing {
  items: TextRow[];
  /** The revision of the draft that the list shows. */
  revision: number | null;
}

interface Wanted extends Listed {
  missing: string | null;
}

export const textListing = (
  calls: Calls,
  collection: string,
  draft: number | null,
  asked: Wanted,
): Promise<TextListing> => calls.get(asking(`/catalogue/${collection}`, { ...asked, draft, contents: true }));
