/** Remembers the set as it was last seen, so that a change of it can be told until it has been read. */
import { useState } from "react";
import type { Difference } from "../wire/case";
import type { Suggestion } from "../wire/suggestion";
import { changes, difference, sameSet } from "./difference";

/** While `told` is off, every set counts as seen: the person has changed it by themselves. */
export function useDifference(now: Suggestion | null, told: boolean): [Difference | null, () => void] {
  const [seen, setSeen] = useState(now);
  // The first set is no change of anything.
  if (now !== null && (seen === null || !told) && !sameSet(seen, now)) setSeen(now);
  if (seen === null || now === null) return [null, () => undefined];
  const changed = difference(seen, now);
  return [told && changes(changed) ? changed : null, () => setSeen(now)];
}
