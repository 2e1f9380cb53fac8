/** How long someone has waited, and why, in words. */
import { fill, texts } from "../texts";

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

export function reasonText(reason: string | null): string {
  const known: Record<string, string> = texts.advisor.reasons;
  return (reason === null ? undefined : known[reason]) ?? texts.advisor.other_reason;
}
