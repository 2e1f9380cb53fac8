/** What a failed call about one's own account means, in words. */
import { fill, texts } from "../../texts";
import { Refused } from "../../wire/http";

const MINUTE = 60;

function waiting(seconds: number): string {
  const { soon, minutes } = texts.advisor.account.wait;
  return seconds > MINUTE ? fill(minutes, { n: Math.ceil(seconds / MINUTE) }) : soon;
}

export function explained(error: unknown): string {
  const said = texts.advisor.account.problems;
  if (!(error instanceof Refused)) return said.failed;
  if (error.status === 429) return fill(said.too_many, { time: waiting(error.retryAfter) });
  const codes = [...error.faults, error.code];
  return Object.entries(said).find(([code]) => codes.includes(code))?.[1] ?? said.failed;
}
