/** Sends a form once at a time and says in words what went wrong. */
import { useState, type SyntheticEvent } from "react";
import { explained } from "./problems";

interface Sending {
  busy: boolean;
  problem: string | null;
  submit: (event: SyntheticEvent) => void;
}

export function useSubmit(act: () => Promise<void>, first: string | null = null): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(first);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    act()
      .catch((error: unknown) => setProblem(explained(error)))
      .finally(() => setBusy(false));
  };
  return { busy, problem, submit };
}
