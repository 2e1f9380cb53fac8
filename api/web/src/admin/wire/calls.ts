/** The administrators' way to the server: every section makes its calls with this. */
import { call, Refused } from "../../wire/http";

export const ROOT = "/api/v1/admin";

export class Calls {
  private readonly headers: Record<string, string>;

  constructor(
    csrf: string,
    private readonly onSignedOut: () => void,
  ) {
    this.headers = { "X-CSRF-Token": csrf };
  }

  get<T>(path: string): Promise<T> {
    return this.watched(call<T>(ROOT + path));
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.watched(call<T>(ROOT + path, { method: "POST", body, headers: this.headers }));
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.watched(call<T>(ROOT + path, { method: "PUT", body, headers: this.headers }));
  }

  delete<T>(path: string): Promise<T> {
    return this.watched(call<T>(ROOT + path, { method: "DELETE", headers: this.headers }));
  }

  private watched<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) this.onSignedOut();
      throw error;
    });
  }
}

/** A path of the interface with what is asked for; nulls are left out. */
export function asking(path: string, question: Record<string, string | number | boolean | null>): string {
  const known = Object.entries(question).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
  const query = new URLSearchParams(known).toString();
  return query ? `${path}?${query}` : path;
}
