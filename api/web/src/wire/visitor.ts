/** The visitor's calls of the HTTP contract, bound to one conversation. */
import { call, fetchFile } from "./http";
import type { Language, Message, Outgoing, Value } from "./messages";
import type { Plan, PlanContent } from "./plan";
import type { Fact, HandoffAnswer, HandoffRequest, Share, Suggestion, Verdicted } from "./suggestion";
import type { WaitingView } from "./waiting";

const ROOT = "/api/v1/conversations";

export interface Credentials {
  id: string;
  token: string;
}

/** What the browser keeps of a conversation. */
export interface Kept extends Credentials {
  language?: Language;
}

export interface Municipality {
  name_fi: string;
  name_sv: string;
  /** Of municipalities that are part of this one now. */
  former_names: string[];
}

/** `person` is the key that joins the talks of one who has agreed to that. */
export const createConversation = (language: Language, person: string | null = null): Promise<Credentials> =>
  call<Credentials>(ROOT, { method: "POST", body: { language, ...(person && { person }) } });

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

  waiting(): Promise<WaitingView> {
    return call(`${this.root}/handoff`, { headers: this.headers });
  }

  share(share: Share): Promise<unknown> {
    return this.send("PUT", "/handoff/share", { share });
  }

  leaveQueue(): Promise<unknown> {
    return this.send("DELETE", "/handoff");
  }

  callBack(contact: string | undefined, phoneOk: boolean): Promise<HandoffAnswer> {
    return this.send("POST", "/handoff/callback", { contact, phone_ok: phoneOk });
  }

  plan(): Promise<Plan> {
    return call(`${this.root}/plan`, { headers: this.headers });
  }

  putPlan(version: number, content: PlanContent): Promise<Plan> {
    return this.send("POST", "/plan", { version, content });
  }

  acceptPlan(version: number): Promise<Plan> {
    return this.send("POST", "/plan", { version, accept: true });
  }

  planPdf(): Promise<Blob> {
    return fetchFile(`${this.root}/suuntakortti.pdf`, this.headers);
  }

  tellExperience(rating: number | undefined, text: string | undefined): Promise<unknown> {
    return this.send("POST", "/feedback", { rating, text });
  }

  join(person: string | null): Promise<unknown> {
    return this.send("PUT", "/person", { person });
  }

  speak(language: Language): Promise<unknown> {
    return this.send("PUT", "/language", { language });
  }

  development(): Promise<{ agreed: boolean }> {
    return call(`${this.root}/development`, { headers: this.headers });
  }

  setDevelopment(agreed: boolean): Promise<unknown> {
    return this.send("PUT", "/development", { agreed });
  }

  typing(on: boolean): Promise<unknown> {
    return this.send("POST", "/typing", { on });
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
