/** Turns what was picked in a control into choices for the server and a label for the log. */
import type { Choice, Option, Value } from "../wire/messages";

export interface Answer {
  choices: Choice[];
  label: string;
  seen?: string[];
}

export function joinLabels(options: readonly Option[]): string {
  return options.map((option) => option.label).join(", ");
}

function asList(value: Value | undefined): string[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [String(value)];
}

export function single(option: Option, fact: string): Choice {
  const name = option.fact ?? fact;
  if (option.answer === "declined") return { fact: name, declined: true };
  if (option.answer === "dont_know") return { fact: name, dont_know: true };
  return { fact: name, value: option.value ?? null };
}

/** Several picked values of one fact become one list. */
export function several(options: readonly Option[], fact: string): Answer {
  const values = [...new Set(options.flatMap((option) => asList(option.value)))];
  return { choices: [{ fact, value: values }], label: joinLabels(options) };
}

/** Chips of a screen: each sets its own fact; chips of the same list fact are joined. */
export function screen(picked: readonly Option[], shown: readonly Option[]): Answer {
  const values = new Map<string, Value>();
  for (const { fact, value = null } of picked) {
    if (fact === undefined) continue;
    const before = values.get(fact);
    values.set(fact, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
  }
  const seen = new Set(shown.flatMap((option) => (option.fact === undefined ? [] : [option.fact])));
  return {
    choices: [...values].map(([fact, value]) => ({ fact, value })),
    label: joinLabels(picked),
    seen: [...seen],
  };
}
