/** Tells when something changed at the server; while the stream is down, it says so every few seconds instead. */
import { useEffect, useState } from "react";
import { EVENTS } from "../wire/advisor";

const KINDS = ["queue", "message", "facts"];
const POLL_MS = 5_000;

export function useLive(): { round: number; connected: boolean } {
  const [round, setRound] = useState(0);
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource(EVENTS);
    const changed = (): void => setRound((count) => count + 1);
    for (const kind of KINDS) source.addEventListener(kind, changed);
    source.onopen = () => {
      setConnected(true);
      changed();
    };
    source.onerror = () => setConnected(false);
    const timer = setInterval(() => {
      if (source.readyState !== EventSource.OPEN) changed();
    }, POLL_MS);
    return () => {
      clearInterval(timer);
      source.close();
    };
  }, []);
  return { round, connected };
}
