/** The queue as it is now, and when to look at the open case again; while the stream is down, it asks now and then. */
import { useEffect, useEffectEvent, useState } from "react";
import { EVENTS } from "../wire/advisor";
import type { Queue } from "../wire/queue";

const KINDS = ["message", "facts", "plan"];
const POLL_MS = 5_000;

export interface Live {
  queue: Queue | null;
  /** True when the queue could not be fetched and nothing is known. */
  failed: boolean;
  /** Grows whenever something has changed in a conversation of one's own. */
  round: number;
  connected: boolean;
  /** The conversations in which the person is writing now. */
  typing: ReadonlySet<string>;
  refresh: () => void;
}

export function useLive(fetchQueue: () => Promise<Queue>): Live {
  const [queue, setQueue] = useState<Queue | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState(0);
  const [connected, setConnected] = useState(true);
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set());
  const load = useEffectEvent(() => fetchQueue());
  useEffect(() => {
    let current = true;
    load().then(
      (found) => {
        if (!current) return;
        setQueue(found);
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [asked]);
  useEffect(() => {
    const source = new EventSource(EVENTS);
    const changed = (): void => setRound((count) => count + 1);
    for (const kind of KINDS) source.addEventListener(kind, changed);
    let followed: string | null = null;
    source.addEventListener("queue", ({ data }: MessageEvent<string>) => {
      const now = JSON.parse(data) as Queue;
      const own = now.mine.map(({ id }) => id).sort().join();
      // From here on the stream tells every message of these cases; what came before has to be fetched.
      if (own !== followed) changed();
      followed = own;
      setQueue(now);
    });
    const writes = (conversation: string, on: boolean): void =>
      setTyping((before) => new Set([...before].filter((one) => one !== conversation).concat(on ? conversation : [])));
    source.addEventListener("typing", ({ data }: MessageEvent<string>) => {
      const { conversation, on } = JSON.parse(data) as { conversation: string; on: boolean };
      writes(conversation, on);
    });
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      writes((JSON.parse(data) as { conversation: string }).conversation, false);
    });
    source.onopen = () => {
      setConnected(true);
      followed = null;
    };
    source.onerror = () => setConnected(false);
    const timer = setInterval(() => {
      if (source.readyState === EventSource.OPEN) return;
      setAsked((count) => count + 1);
      changed();
    }, POLL_MS);
    return () => {
      clearInterval(timer);
      source.close();
    };
  }, []);
  const refresh = (): void => {
    setAsked((count) => count + 1);
    setRound((count) => count + 1);
  };
  return { queue, failed, round, connected, typing, refresh };
}
