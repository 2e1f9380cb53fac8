/** Keys of the console: with Alt anywhere, "?" where one is not writing. */
import { useEffect, useEffectEvent } from "react";

export interface Shortcuts {
  help: () => void;
  newest: () => void;
  longest: () => void;
  close: () => void;
}

function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
}

export function useShortcuts(acts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (key === "?" && !writing(event.target)) acts.help();
    else if (event.altKey && key === "u") acts.newest();
    else if (event.altKey && key === "l") acts.longest();
    else if (event.altKey && key === "p") acts.close();
    else if (event.altKey && key === "r") document.querySelector<HTMLElement>(".case .composer__input")?.focus();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
