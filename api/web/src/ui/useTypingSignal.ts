/** Tells the other side that one is writing: once at the start, and once when the writing has paused. */
import { useEffect, useRef } from "react";
import { Refused, Unreachable } from "../wire/http";

const PAUSE_MS = 4_000;

export interface TypingSignal {
  tell: () => void;
  stop: () => void;
}

export function useTypingSignal(send: (on: boolean) => Promise<unknown>): TypingSignal {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A lost signal harms nobody, so failures of the call are passed over.
  const say = (on: boolean): void =>
    void send(on).catch((error: unknown) => {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    });
  const stop = (): void => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    say(false);
  };
  const tell = (): void => {
    if (timer.current === undefined) say(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(stop, PAUSE_MS);
  };
  return { tell, stop };
}
