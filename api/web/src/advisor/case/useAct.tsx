/** Does something at the server and says plainly when it fails. */
import { useState, type ReactNode } from "react";

interface Act {
  run: (act: Promise<unknown>, then?: () => void) => void;
  /** The same, telling whether it succeeded. */
  attempt: (act: Promise<unknown>, then?: () => void) => Promise<boolean>;
  problem: ReactNode;
}

export function useAct(failed: string): Act {
  const [wrong, setWrong] = useState(false);
  const attempt = async (act: Promise<unknown>, then?: () => void): Promise<boolean> => {
    try {
      await act;
    } catch {
      setWrong(true);
      return false;
    }
    setWrong(false);
    then?.();
    return true;
  };
  const problem = wrong && (
    <p role="alert" className="tab__problem">
      {failed}
    </p>
  );
  return { attempt, problem, run: (act, then) => void attempt(act, then) };
}
