/** The time, refreshed twice a minute, for texts such as "odottanut 3 min". */
import { useSyncExternalStore } from "react";

const EVERY_MS = 30_000;
let now = Date.now();

function subscribe(changed: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now();
    changed();
  }, EVERY_MS);
  return () => clearInterval(timer);
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
