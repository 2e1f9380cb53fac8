/** An entry of the same shape with nothing in it. */
import { today } from "../drafts/said";
import type { Content, Json } from "../wire/drafting";

/** Fields in which nothing would not be a choice. */
const CHOSEN = ["group", "urgency", "type", "sensitivity", "ask", "parallel_ok", "skippable", "kind", "recheck_days"];
const ALWAYS = { ways: [{ lines: [] }] };

export function blank(like: Content): Content {
  const fields = Object.entries(like).map(([name, value]) => [name, CHOSEN.includes(name) ? value : nothing(value)]);
  return {
    ...(Object.fromEntries(fields) as Content),
    ...("ways" in like && ALWAYS),
    // Whoever writes down a number looks at its source at the same time.
    ...("recheck_days" in like && { checked_on: today() }),
  };
}

function nothing(value: Json): Json {
  if (typeof value === "string") return isDay(value) ? null : "";
  if (typeof value === "number") return 0;
  if (typeof value === "boolean") return false;
  if (Array.isArray(value)) return [];
  return value !== null && !("ways" in value) ? {} : null;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
