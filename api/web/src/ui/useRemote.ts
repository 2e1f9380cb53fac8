/** Fetches something for a component, again whenever its key changes, and remembers the last good answer. */
import { useEffect, useEffectEvent, useState } from "react";

export interface Remote<T> {
  data: T | null;
  failed: boolean;
  loading: boolean;
  reload: () => void;
}

export function useRemote<T>(fetcher: (() => Promise<T>) | null, key: string | number): Remote<T> {
  const [answer, setAnswer] = useState<{ data: T | null; failed: boolean; loading: boolean }>({
    data: null,
    failed: false,
    loading: true,
  });
  const [round, setRound] = useState(0);
  const load = useEffectEvent((): Promise<T> | undefined => fetcher?.());
  const ready = fetcher !== null;
  useEffect(() => {
    let current = true;
    load()?.then(
      (data) => current && setAnswer({ data, failed: false, loading: false }),
      () => current && setAnswer((before) => ({ ...before, failed: true, loading: false })),
    );
    return () => {
      current = false;
    };
  }, [key, round, ready]);
  return { ...answer, reload: () => setRound((count) => count + 1) };
}
