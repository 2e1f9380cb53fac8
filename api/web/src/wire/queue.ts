/** The calls around the queue: who waits, claims, presence, transfers, the supervisor's view. */
import { call, type Call } from "./http";
import type { Share } from "./suggestion";

const ROOT = "/api/v1/advisor";

interface Line {
  id: string;
  reason: string | null;
  reason_label: string | null;
  /** 3 is danger, 0 a plain wish. */
  priority: number;
  urgent: string | null;
  municipality: string | null;
  /** Age, home and work in one line, as far as they are shared. */
  summary: string;
}

export interface Waiting extends Line {
  team: string;
  team_name: string;
  waiting_since: string;
  /** True when a contact was promised: the bot goes on meanwhile. */
  callback: boolean;
  /** True when the person knows this advisor from an earlier talk. */
  for_me: boolean;
  missing_consent: (keyof Share)[];
}

export interface Transfer {
  id: number;
  by: string | null;
  to: string | null;
  to_me: boolean;
  to_team: string | null;
  note: string;
  state: "offered" | "declined" | "accepted" | "withdrawn" | "ended";
  answer: string | null;
  at: string;
}

export interface Mine extends Line {
  state: string;
  unread: number;
  last_text: string;
  /** When the oldest message came that has not been answered. */
  waiting_since: string | null;
  transfer: Transfer | null;
}

export interface Offered extends Transfer {
  conversation: string;
  summary: string;
  municipality: string | null;
  urgent: string | null;
}

export interface Team {
  id: string;
  name: string;
}

export type PresenceState = "available" | "busy" | "away";

export interface Queue {
  teams: Team[];
  waiting: Waiting[];
  mine: Mine[];
  offers: Offered[];
  presence: { state: PresenceState; reason: string | null };
  capacity: number;
  follow_ups_due: number;
}

export interface Colleague {
  id: number;
  name: string;
  teams: Team[];
  presence: PresenceState;
  reason: string | null;
  load: number;
  capacity: number;
}

export interface Supervision {
  teams: (Team & { waiting: number; urgent: number; callbacks: number; longest_since: string | null })[];
  advisors: (Colleague & { cases: { id: string; team: string | null; updated: string }[] })[];
  today: { reason: string; label: string | null; count: number }[];
}

export interface PresenceBody {
  state: PresenceState;
  reason?: string;
  capacity: number;
}

export interface OfferBody {
  client_id: string;
  note: string;
  to_staff?: number;
  to_team?: string;
}

export class QueueApi {
  private readonly headers: Record<string, string>;

  constructor(csrf: string) {
    this.headers = { "X-CSRF-Token": csrf };
  }

  queue(): Promise<Queue> {
    return call(`${ROOT}/queue`);
  }

  claim(id: string, anyway = false): Promise<unknown> {
    return this.write("POST", `/conversations/${encodeURIComponent(id)}/claim`, { anyway });
  }

  release(id: string): Promise<unknown> {
    return this.write("POST", `/conversations/${encodeURIComponent(id)}/release`);
  }

  say(presence: PresenceBody): Promise<unknown> {
    return this.write("PUT", "/presence", presence);
  }

  colleagues(): Promise<Colleague[]> {
    return call(`${ROOT}/colleagues`);
  }

  teams(): Promise<Team[]> {
    return call(`${ROOT}/teams`);
  }

  offer(id: string, offer: OfferBody): Promise<Transfer> {
    return this.write("POST", `/conversations/${encodeURIComponent(id)}/transfer`, offer);
  }

  accept(transfer: number): Promise<{ conversation: string }> {
    return this.write("POST", `/transfers/${transfer}/accept`);
  }

  decline(transfer: number, reason: string): Promise<unknown> {
    return this.write("POST", `/transfers/${transfer}/decline`, { reason });
  }

  withdraw(transfer: number): Promise<unknown> {
    return this.write("DELETE", `/transfers/${transfer}`);
  }

  supervision(): Promise<Supervision> {
    return call(`${ROOT}/supervision`);
  }

  move(id: string, team: string): Promise<unknown> {
    return this.write("POST", `/conversations/${encodeURIComponent(id)}/team`, { team });
  }

  private write<T>(method: Call["method"], path: string, body?: unknown): Promise<T> {
    return call<T>(`${ROOT}${path}`, { method, body, headers: this.headers });
  }
}
