/** The advisor's calls of the HTTP interface: a session cookie, and a CSRF token on every write. */
import { call } from "./http";
import type { CaseView } from "./case";
import type { Message } from "./messages";
import type { Fact, Share, Suggestion } from "./suggestion";

const ROOT = "/api/v1";

export interface Case {
  id: string;
  state: string;
  urgent: string | null;
  contact: string | null;
  messages: Message[];
  facts: Fact[];
  withheld: (keyof Share)[];
  suggestion: Suggestion | null;
}

export const EVENTS = `${ROOT}/advisor/events`;

export class AdvisorApi {
  private readonly headers: Record<string, string>;

  constructor(csrf: string) {
    this.headers = { "X-CSRF-Token": csrf };
  }

  open(id: string): Promise<CaseView> {
    return call(this.path(id));
  }

  post(id: string, clientId: string, text: string): Promise<{ seq: number }> {
    return this.write(`${this.path(id)}/messages`, { client_id: clientId, text });
  }

  typing(id: string, on: boolean): Promise<unknown> {
    return this.write(`${this.path(id)}/typing`, { on });
  }

  signOut(): Promise<unknown> {
    return this.write(`${ROOT}/logout`);
  }

  private path(id: string): string {
    return `${ROOT}/advisor/conversations/${encodeURIComponent(id)}`;
  }

  private write<T>(path: string, body?: unknown): Promise<T> {
    return call<T>(path, { method: "POST", body, headers: this.headers });
  }
}
