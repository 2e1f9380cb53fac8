/** The part of the page that the address names after #, so that the browser's own Back works. */
import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

export function useHash(): [string, (hash: string) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash.slice(1));
  return [
    hash,
    (next) => {
      window.location.hash = next;
    },
  ];
}
