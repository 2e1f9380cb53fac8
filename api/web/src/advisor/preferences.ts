/** What an advisor has chosen for this browser: sounds and notifications. */
import { useState } from "react";
import { browserStore, Slot } from "../transport/storage";

export interface Preferences {
  sound: boolean;
  notify: boolean;
}

const QUIET: Preferences = { sound: true, notify: false };

export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const [slot] = useState(() => new Slot<Preferences>(browserStore(), "desk.preferences"));
  const [chosen, setChosen] = useState<Preferences>(() => slot.read() ?? QUIET);
  const change = (part: Partial<Preferences>): void => {
    const next = { ...chosen, ...part };
    slot.write(next);
    setChosen(next);
  };
  return [chosen, change];
}
