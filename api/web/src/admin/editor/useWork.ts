/** An entry being changed: what is not saved yet outlives a reload, and every change can be taken back. */
import { useState } from "react";
import type { Content } from "../wire/drafting";
import { kept, keep, forget } from "./kept";

const MOST_STEPS = 100;

export interface Seen {
  content: Content;
  revision: number;
}

export interface Work {
  /** What the server had when the work began. */
  base: Seen;
  content: Content;
  dirty: boolean;
  /** True when unsaved changes of an earlier visit have been taken up again. */
  resumed: boolean;
  canUndo: boolean;
  /** Change the entry; changes with the same key in a row are taken back together. */
  change: (next: Content, key?: string) => void;
  undo: () => void;
  /** Go on from what the server has now, with changes of one's own if there are any. */
  start: (seen: Seen, content?: Content) => void;
}

interface State {
  base: Seen;
  content: Content;
  past: Content[];
  last: string;
  resumed: boolean;
}

export function useWork(key: string, found: Seen): Work {
  const [state, setState] = useState<State>(() => {
    const left = kept(key);
    return left
      ? { base: left.base, content: left.content, past: [left.base.content], last: "", resumed: true }
      : { base: found, content: found.content, past: [], last: "", resumed: false };
  });
  const become = (next: State): void => {
    if (next.content === next.base.content) forget(key);
    else keep(key, { base: next.base, content: next.content });
    setState(next);
  };
  return {
    base: state.base,
    content: state.content,
    dirty: state.content !== state.base.content,
    resumed: state.resumed,
    canUndo: state.past.length > 0,
    change: (next, step = "") => {
      const together = step !== "" && step === state.last;
      const past = together ? state.past : [...state.past, state.content].slice(-MOST_STEPS);
      become({ ...state, content: next, past, last: step });
    },
    undo: () => {
      const before = state.past.at(-1);
      if (before) become({ ...state, content: before, past: state.past.slice(0, -1), last: "" });
    },
    start: (seen, content = seen.content) =>
      become({ base: seen, content, past: content === seen.content ? [] : [seen.content], last: "", resumed: false }),
  };
}
