/** Keeps a list still while somebody points at it: nothing may move under the pointer or the focus. */
import { useState } from "react";

export interface Still<T> {
  items: readonly { item: T; gone: boolean }[];
  handlers: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: (event: { currentTarget: Element; relatedTarget: EventTarget | null }) => void;
  };
}

/** The held order with the newest content: who left stays in place until one looks away, who came stands last. */
export function held<T extends { id: string }>(before: readonly T[], now: readonly T[]): { item: T; gone: boolean }[] {
  const current = new Map(now.map((item) => [item.id, item]));
  const kept = before.map((item) => ({ item: current.get(item.id) ?? item, gone: !current.has(item.id) }));
  const known = new Set(before.map(({ id }) => id));
  return [...kept, ...now.filter(({ id }) => !known.has(id)).map((item) => ({ item, gone: false }))];
}

export function useStill<T extends { id: string }>(now: readonly T[]): Still<T> {
  const [frozen, setFrozen] = useState<readonly T[] | null>(null);
  const hold = (): void => setFrozen((before) => before ?? now);
  const release = (): void => setFrozen(null);
  return {
    items: frozen ? held(frozen, now) : now.map((item) => ({ item, gone: false })),
    handlers: {
      onPointerEnter: hold,
      onPointerLeave: release,
      onFocus: hold,
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) release();
      },
    },
  };
}
