/** The conversation as this page knows it: messages in order, each once, shown only up to the first hole. */
import type { Message } from "../wire/messages";

export interface Log {
  readonly shown: readonly Message[];
  readonly held: readonly Message[];
}

export const emptyLog: Log = { shown: [], held: [] };

export function lastSeq(log: Log): number {
  return log.shown.at(-1)?.seq ?? 0;
}

export function hasHole(log: Log): boolean {
  return log.held.length > 0;
}

export function merge(log: Log, incoming: readonly Message[]): Log {
  const last = lastSeq(log);
  const bySeq = new Map(log.held.map((message) => [message.seq, message]));
  for (const message of incoming) {
    if (message.seq > last) bySeq.set(message.seq, message);
  }
  const waiting = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const hole = waiting.findIndex((message, index) => message.seq !== last + 1 + index);
  const ready = hole === -1 ? waiting : waiting.slice(0, hole);
  if (ready.length === 0 && waiting.length === log.held.length) return log;
  return { shown: [...log.shown, ...ready], held: waiting.slice(ready.length) };
}
