/** A server at the wire: stands in for fetch, keeps one conversation, and can be cut off. */
import { vi } from "vitest";
import type { Message } from "../src/wire/messages";

export const ROOT = "/api/v1/conversations";

export function message(seq: number, extra: Partial<Message> = {}): Message {
  return { seq, from: "bot", text: `viesti ${seq}`, payload: null, at: "2026-11-21T10:00:00Z", ...extra };
}

export function json(body: unknown, status = 200): Response {
  return new Response(status === 204 ? null : JSON.stringify(body), { status });
}

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown>;
  headers: Headers;
}

/** Stands in for fetch with one answer to each call; returns the calls as they come. */
export function answering(answer: (asked: Asked) => Response): Asked[] {
  const calls: Asked[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as Asked["body"]) : {};
    const asked = { method: init.method ?? "GET", path, body, headers: new Headers(init.headers) };
    calls.push(asked);
    return Promise.resolve(answer(asked));
  });
  return calls;
}

export class FakeServer {
  readonly log: Message[] = [];
  readonly posts: { client_id: string; body: Record<string, unknown> }[] = [];
  readonly streams: { headers: Headers; write: (text: string) => void; end: () => void }[] = [];
  readonly calls: string[] = [];
  online = true;
  /** Answers of single routes, by "METHOD path", before the usual ones. */
  readonly routes = new Map<string, () => Response>();

  constructor(greeting = true) {
    if (greeting) this.log.push(message(1, { text: "Hei. Olen automaatti." }));
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => this.answer(path, init));
  }

  say(extra: Partial<Message>): Message {
    const said = message(this.log.length + 1, extra);
    this.log.push(said);
    this.event("message", said, said.seq);
    return said;
  }

  event(name: string, data: unknown, id?: number): void {
    const frame = `event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
    for (const stream of this.streams) stream.write(frame);
  }

  cut(): void {
    this.online = false;
    for (const stream of this.streams.splice(0)) stream.end();
  }

  private answer(path: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? "GET";
    this.calls.push(`${method} ${path}`);
    if (!this.online) return Promise.reject(new TypeError("network"));
    const special = this.routes.get(`${method} ${path}`);
    if (special) return Promise.resolve(special());
    if (path === ROOT) return Promise.resolve(json({ id: "c1", token: "secret" }, 201));
    if (path.startsWith(`${ROOT}/c1/messages`)) return Promise.resolve(this.messages(path, init));
    if (path === `${ROOT}/c1/events`) return Promise.resolve(this.stream(init));
    if (path === `${ROOT}/c1/facts`) return Promise.resolve(json({ items: [] }));
    return Promise.resolve(json({ code: "not_found" }, 404));
  }

  private messages(path: string, init: RequestInit): Response {
    if (init.method !== "POST") {
      const after = Number(new URL(path, "http://x").searchParams.get("after"));
      return json({ items: this.log.filter(({ seq }) => seq > after), last_seq: this.log.length });
    }
    const body = JSON.parse(init.body as string) as { client_id: string; text?: string };
    const known = this.log.find(({ client_id }) => client_id === body.client_id);
    this.posts.push({ client_id: body.client_id, body });
    return json({ seq: (known ?? this.say({ from: "visitor", text: body.text ?? "nappi", client_id: body.client_id })).seq }, 202);
  }

  private stream({ headers, signal }: RequestInit): Response {
    const encoder = new TextEncoder();
    let open: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (open = controller) });
    signal?.addEventListener("abort", () => open?.error(new DOMException("aborted", "AbortError")));
    this.streams.push({
      headers: new Headers(headers),
      write: (text) => open?.enqueue(encoder.encode(text)),
      end: () => open?.error(new TypeError("cut")),
    });
    return new Response(body, { status: 200 });
  }
}
