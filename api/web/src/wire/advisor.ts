/** The advisor's calls of the HTTP interface: a session cookie, and a CSRF token on every write. */
import { call } from "./http";
import type { Message } from "./messages";
import type { Fact, Share, Suggestion } from "./suggestion";

const ROOT = "/api/v1";

export interface Waiting {
  id: string;
  reason: string | null;
  priority: number;
  urgent: string | null;
  waiting_since: string;
  municipality: string | null;
  summary: string | null;
  /** True when the person asked while nobody was there: the bot goes on meanwhile. */
  callback?: boolean;
}

export interface Mine {
  id: string;
  unread: number;
  last_text: string | null;
  urgent: string | null;
  municipality?: string | null;
  /** When the oldest message came that has not been seen. */
  waiting_since?: string | null;
}

export interface Queue {
  waiting: Waiting[];
  mine: Mine[];
}

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

  queue(): Promise<Queue> {
    return call(`${ROOT}/advisor/queue`);
  }

  open(id: string): Promise<Case> {
    return call(this.path(id));
  }

  claim(id: string): Promise<unknown> {
    return this.write(`${this.path(id)}/claim`);
  }

  post(id: string, clientId: string, text: string): Promise<{ seq: number }> {
    return this.write(`${this.path(id)}/messages`, { client_id: clientId, text });
  }

  typing(id: string, on: boolean): Promise<unknown> {
    return this.write(`${this.path(id)}/typing`, { on });
  }

  release(id: string): Promise<unknown> {
    return this.write(`${this.path(id)}/release`);
  }

  close(id: string): Promise<unknown> {
    return this.write(`${this.path(id)}/close`);
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
