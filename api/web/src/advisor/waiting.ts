/** How long someone has waited, and why, in words; and in which order and groups. */
import { fill, texts } from "../texts";
import type { Waiting } from "../wire/queue";

export const GROUPS = ["danger", "urgent", "live", "callback"] as const;
export type Group = (typeof GROUPS)[number];

const DANGER = 3;
const URGENT = 2;
const HOUR = 60;
const DAY = 24 * HOUR;

/** A short time such as "3 min", for a place where the words around it say what it means. */
export function shortTime(since: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(since)) / 60_000);
  const { now: justNow, minutes: inMinutes, hours, days } = texts.queue.wait;
  if (minutes < 1) return justNow;
  if (minutes < 2 * HOUR) return fill(inMinutes, { n: minutes });
  if (minutes < 2 * DAY) return fill(hours, { n: Math.floor(minutes / HOUR) });
  return fill(days, { n: Math.floor(minutes / DAY) });
}

export function waitedFor(since: string, now: number): string {
  return fill(texts.queue.waited, { time: shortTime(since, now) });
}

export function groupOf({ priority, callback }: Pick<Waiting, "priority" | "callback">): Group {
  if (priority >= DANGER) return "danger";
  if (priority >= URGENT) return "urgent";
  return callback ? "callback" : "live";
}

export function reasonText({ reason_label }: Pick<Waiting, "reason_label">): string {
  return reason_label ?? texts.queue.other_reason;
}

/** Who it is, as far as one may know. */
export function whoText({ summary, municipality }: { summary: string; municipality: string | null }): string {
  return [summary, municipality ?? ""].find(Boolean) ?? texts.queue.somebody;
}
