/** The person's accepted and rejected services: shown at once, kept in the browser, told to the server. */
import { useState } from "react";
import { browserStore, Slot } from "../transport/storage";
import { Refused, Unreachable } from "../wire/http";
import type { Suggestion, Verdicted } from "../wire/suggestion";
import type { VisitorApi } from "../wire/visitor";

type Choices = Readonly<Record<string, Verdicted>>;

export const choicesSlot = (): Slot<Choices> => new Slot<Choices>(browserStore(), "choices");

type Choose = (service: string, choice: Verdicted, reason?: string) => void;

/** What this browser remembers goes before what the server said, for it may not have reached the server yet. */
export function useChoices(api: VisitorApi | null, said: Suggestion["choices"] = []): [Choices, Choose] {
  const [choices, setChoices] = useState<Choices>(() => choicesSlot().read() ?? {});
  const choose = (service: string, choice: Verdicted, reason?: string): void => {
    const next = { ...choices, [service]: choice };
    choicesSlot().write(next);
    setChoices(next);
    // The choice stays in the browser when the server cannot take it.
    api?.choose(service, choice, reason).catch((error: unknown) => {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    });
  };
  const stored = Object.fromEntries(said.map(({ service, choice }) => [service, choice]));
  return [{ ...stored, ...choices }, choose];
}
