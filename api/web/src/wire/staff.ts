/** The staff's calls about log-ins, their own account and the audit log. */
import { call } from "./http";

const ROOT = "/api/v1";

/** The way to the organisation's own log-in and back to the page that one is on; the browser goes, no script does. */
export function oidcLink(): string {
  const page = window.location.pathname.startsWith("/yllapito") ? "yllapito" : "neuvoja";
  return `${ROOT}/login/oidc?page=${page}`;
}

export interface Staff {
  name: string;
  role: string;
  teams: string[];
  csrf: string;
  /** What is still missing before the log-in opens anything. */
  second_factor: "none" | "enrol" | "code";
  /** True when a second factor is in use. */
  totp: boolean;
}

export interface Proposed {
  secret: string;
  uri: string;
}

export interface Confirmed {
  recovery_codes: string[];
  csrf: string;
}

export interface OpenSession {
  id: string;
  created: string;
  seen: string;
  current: boolean;
}

export interface AuditRow {
  id: number;
  at: string;
  staff: string;
  action: string;
  conversation: string | null;
  detail: string | null;
}

export interface AuditPage {
  items: AuditRow[];
  next: number | null;
}

export const ways = (): Promise<{ oidc: boolean }> => call(`${ROOT}/login/ways`);

export const signIn = (name: string, password: string): Promise<Staff> =>
  call(`${ROOT}/login`, { method: "POST", body: { name, password } });

export const whoAmI = (): Promise<Staff> => call(`${ROOT}/me`);

export class AccountApi {
  private readonly headers: Record<string, string>;

  constructor(csrf: string) {
    this.headers = { "X-CSRF-Token": csrf };
  }

  showCode(code: string): Promise<Staff> {
    return this.write("/login/totp", { code });
  }

  proposeFactor(): Promise<Proposed> {
    return this.write("/me/totp/enrol");
  }

  confirmFactor(code: string): Promise<Confirmed> {
    return this.write("/me/totp/confirm", { code });
  }

  removeFactor(password: string, code: string): Promise<unknown> {
    return this.write("/me/totp", { password, code }, "DELETE");
  }

  changePassword(current: string, fresh: string): Promise<unknown> {
    return this.write("/me/password", { current, new: fresh });
  }

  sessions(): Promise<OpenSession[]> {
    return call(`${ROOT}/me/sessions`);
  }

  endSession(id: string): Promise<unknown> {
    return this.write(`/me/sessions/${encodeURIComponent(id)}`, undefined, "DELETE");
  }

  signOut(): Promise<unknown> {
    return this.write("/logout");
  }

  audit(question: Record<string, string>): Promise<AuditPage> {
    return call(`${ROOT}/audit?${new URLSearchParams(question).toString()}`);
  }

  private write<T>(path: string, body?: unknown, method: "POST" | "DELETE" = "POST"): Promise<T> {
    return call<T>(ROOT + path, { method, body, headers: this.headers });
  }
}
