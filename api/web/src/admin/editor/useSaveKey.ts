/** Ctrl (or ⌘) with S saves, as in an office program; the browser would keep the page as a file. */
import { useEffect, useEffectEvent } from "react";

export function useSaveKey(save: () => void, ready: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    if (ready) save();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
