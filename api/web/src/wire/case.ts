/** The advisor's calls about one case and about what was promised. */
import type { Case } from "./advisor";
import { call } from "./http";
import type { Value } from "./messages";
import type { Plan, PlanContent } from "./plan";
import type { MissingFact, Phase, ServiceName, Suggestion, Verdicted } from "./suggestion";

const ROOT = "/api/v1/advisor";

export interface Difference {
  added: ServiceName[];
  removed: ServiceName[];
  moved: (ServiceName & { from: Phase; to: Phase })[];
  needs_added: { id: string; label: string }[];
  needs_removed: { id: string; label: string }[];
}

export interface Note {
  id: number;
  by: string;
  text: string;
  at: string;
}

export interface Code {
  id: string;
  label: string;
}

export interface OpenQuestions {
  ask: (MissingFact & { services: string[] })[];
  weigh: (ServiceName & { questions: string[] })[];
}

export interface CaseView extends Case {
  needs: { id: string; label: string; description: string; urgency: string }[];
  open_questions: OpenQuestions;
  choices: { service: string; choice: Verdicted; reason: string | null }[];
  changed: { fact: string; label: string; by: "advisor" | "visitor"; at: string }[];
  plan: Plan;
  notes: Note[];
  earlier: { at: string; outcome: Code; agreed: string | null }[];
}

export interface ReadyReply {
  id: string;
  shortcut: string;
  label: string;
  text: string;
}

export type Sent =
  | { kind: "service"; service: string }
  | { kind: "question"; fact: string }
  | { kind: "link"; title: string; url: string }
  | { kind: "reply"; text: string };

export interface ClosingForm {
  outcome: string;
  agreed?: string;
  follow_up_on?: string;
  to: "end" | "assistant";
}

export interface FollowUp {
  id: number;
  conversation: string;
  kind: "follow_up" | "callback";
  due: string;
  overdue: boolean;
  text: string;
  mine: boolean;
  team: string | null;
  municipality: string | null;
  contact: string | null;
  with_me: boolean;
}

export type FactAnswer = { value: Value } | { declined: true } | { dont_know: true };

export class CaseApi {
  private readonly headers: Record<string, string>;

  constructor(csrf: string) {
    this.headers = { "X-CSRF-Token": csrf };
  }

  putFact(id: string, fact: string, answer: FactAnswer): Promise<{ suggestion: Suggestion | null; changed: Difference }> {
    return this.write("PUT", `${this.path(id)}/facts/${encodeURIComponent(fact)}`, answer);
  }

  removeFact(id: string, fact: string): Promise<{ suggestion: Suggestion | null; changed: Difference }> {
    return this.write("DELETE", `${this.path(id)}/facts/${encodeURIComponent(fact)}`);
  }

  addNote(id: string, clientId: string, text: string): Promise<Note> {
    return this.write("POST", `${this.path(id)}/notes`, { client_id: clientId, text });
  }

  replies(): Promise<{ items: ReadyReply[]; fields: string[] }> {
    return call(`${ROOT}/replies`);
  }

  send(id: string, clientId: string, sent: Sent): Promise<{ seq: number }> {
    return this.write("POST", `${this.path(id)}/send`, { client_id: clientId, ...sent });
  }

  putPlan(id: string, version: number, content: PlanContent): Promise<Plan> {
    return this.write("PUT", `${this.path(id)}/plan`, { version, content });
  }

  outcomes(): Promise<{ items: Code[] }> {
    return call(`${ROOT}/outcomes`);
  }

  close(id: string, clientId: string, form: ClosingForm): Promise<unknown> {
    return this.write("POST", `${this.path(id)}/close`, { client_id: clientId, ...form });
  }

  followUps(): Promise<{ items: FollowUp[] }> {
    return call(`${ROOT}/follow-ups`);
  }

  followUpDone(number: number): Promise<unknown> {
    return this.write("POST", `${ROOT}/follow-ups/${number}/done`);
  }

  putOff(number: number, due: string): Promise<unknown> {
    return this.write("POST", `${ROOT}/follow-ups/${number}`, { due });
  }

  takeUp(number: number): Promise<{ conversation: string }> {
    return this.write("POST", `${ROOT}/follow-ups/${number}/take`);
  }

  private path(id: string): string {
    return `${ROOT}/conversations/${encodeURIComponent(id)}`;
  }

  private write<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
    return call<T>(path, { method, body, headers: this.headers });
  }
}
