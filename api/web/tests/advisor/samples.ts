/** A queue and a card as the server sends them. */
import { emptyCard } from "../../src/plan/card";
import type { Plan } from "../../src/wire/plan";
import type { Mine, Offered, Queue, Transfer, Waiting } from "../../src/wire/queue";

const line = { reason: "pyynto", reason_label: "Pyysi ihmistä", priority: 0, urgent: null, municipality: "Oulu" };

export function waiting(id: string, extra: Partial<Waiting> = {}): Waiting {
  return {
    ...line,
    id,
    summary: "52 vuotta, Oulu",
    team: "yhteinen",
    team_name: "Yhteinen jono",
    waiting_since: new Date().toISOString(),
    callback: false,
    for_me: false,
    missing_consent: [],
    ...extra,
  };
}

export function mine(id: string, extra: Partial<Mine> = {}): Mine {
  return {
    ...line,
    id,
    summary: "24 vuotta, Pori",
    state: "advisor",
    unread: 0,
    last_text: "moi",
    waiting_since: null,
    transfer: null,
    ...extra,
  };
}

export function transfer(extra: Partial<Transfer> = {}): Transfer {
  return {
    id: 7,
    by: "Pekka",
    to: "Maija",
    to_me: true,
    to_team: null,
    note: "Kysyi velkaneuvontaa.",
    state: "offered",
    answer: null,
    at: "2026-11-21T10:00:00Z",
    ...extra,
  };
}

export function offered(extra: Partial<Offered> = {}): Offered {
  return { ...transfer(), conversation: "c7", summary: "44 vuotta", municipality: null, urgent: null, ...extra };
}

export function queue(extra: Partial<Queue> = {}): Queue {
  return {
    teams: [{ id: "yhteinen", name: "Yhteinen jono" }],
    waiting: [],
    mine: [],
    offers: [],
    presence: { state: "available", reason: null },
    capacity: 4,
    follow_ups_due: 0,
    ...extra,
  };
}

export const emptyPlan = (version: number): Plan => ({
  version,
  content: emptyCard,
  draft: null,
  services: [],
  by: null,
  accepted_at: null,
  at: null,
});
