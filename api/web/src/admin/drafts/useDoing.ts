/** Does one thing at a time and says in words why it could not be done. */
import { useState } from "react";
import { explained } from "./said";

export interface Doing {
  busy: boolean;
  problem: string | null;
  /** Start a call; what comes of it goes to `then`. */
  start: <T>(act: () => Promise<T>, then: (answer: T) => void) => void;
  say: (problem: string | null) => void;
}

export function useDoing(onFailed: () => void = () => undefined, inWords: (error: unknown) => string = explained): Doing {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start: Doing["start"] = (act, then) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    act()
      .then(then, (error: unknown) => {
        setProblem(inWords(error));
        onFailed();
      })
      .finally(() => setBusy(false));
  };
  return { busy, problem, start, say: setProblem };
}
