/** How long someone has waited, and why, in words. */
import { fill, texts } from "../texts";
import { uncapitalised } from "../texts/sentences";
import type { Waiting } from "../wire/advisor";

export function waitedFor(since: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(since)) / 60_000);
  const { less_than_minute, minutes: inMinutes, hours } = texts.advisor;
  const time =
    minutes < 1
      ? less_than_minute
      : minutes < 120
        ? fill(inMinutes, { n: minutes })
        : fill(hours, { n: Math.floor(minutes / 60) });
  return fill(texts.advisor.waited, { time });
}

/** Danger first; a person who asked while nobody was there waits to be contacted. */
export function reasonText({ urgent, callback = false, reason }: Waiting): string {
  const known: Record<string, string> = texts.advisor.reasons;
  if (callback) return urgent ? `${texts.advisor.urgent} · ${uncapitalised(texts.advisor.callback)}` : texts.advisor.callback;
  if (urgent) return texts.advisor.urgent;
  return (reason === null ? undefined : known[reason]) ?? texts.advisor.other_reason;
}
