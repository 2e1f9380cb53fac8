/** The visitor's calls of the HTTP contract, bound to one conversation. */
import { call } from "./http";
import type { Message, Outgoing, Value } from "./messages";
import type { Fact, HandoffAnswer, HandoffRequest, Suggestion, Verdicted } from "./suggestion";

const ROOT = "/api/v1/conversations";

export interface Credentials {
  id: string;
  token: string;
}

export interface Municipality {
  name_fi: string;
  name_sv: string;
}

export const createConversation = (): Promise<Credentials> =>
  call<Credentials>(ROOT, { method: "POST", body: { language: "fi" } });

export const fetchMunicipalities = (): Promise<Municipality[]> => call<Municipality[]>("/api/v1/municipalities");

export class VisitorApi {
  private readonly root: string;
  readonly headers: Record<string, string>;

  constructor({ id, token }: Credentials) {
    this.root = `${ROOT}/${encodeURIComponent(id)}`;
    this.headers = { Authorization: `Bearer ${token}` };
  }

  get eventsPath(): string {
    return `${this.root}/events`;
  }

  post(clientId: string, outgoing: Outgoing): Promise<{ seq: number }> {
    return this.send("POST", "/messages", { client_id: clientId, ...outgoing });
  }

  messagesAfter(seq: number): Promise<{ items: Message[]; last_seq: number }> {
    return call(`${this.root}/messages?after=${seq}`, { headers: this.headers });
  }

  facts(): Promise<{ items: Fact[] }> {
    return call(`${this.root}/facts`, { headers: this.headers });
  }

  putFact(fact: string, answer: { value: Value } | { declined: true } | { dont_know: true }): Promise<unknown> {
    return this.send("PUT", `/facts/${encodeURIComponent(fact)}`, answer);
  }

  removeFact(fact: string): Promise<unknown> {
    return this.send("DELETE", `/facts/${encodeURIComponent(fact)}`);
  }

  suggestion(): Promise<Suggestion> {
    return call(`${this.root}/suggestion`, { headers: this.headers });
  }

  choose(service: string, choice: Verdicted, reason?: string): Promise<unknown> {
    return this.send("PUT", "/suggestion/choices", { service, choice, reason });
  }

  handoff(request: HandoffRequest): Promise<HandoffAnswer> {
    return this.send("POST", "/handoff", request);
  }

  export(): Promise<unknown> {
    return call(`${this.root}/export`, { headers: this.headers });
  }

  erase(): Promise<unknown> {
    return this.send("DELETE", "");
  }

  private send<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
    return call<T>(`${this.root}${path}`, { method, body, headers: this.headers });
  }
}
