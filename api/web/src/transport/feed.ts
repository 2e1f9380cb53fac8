/** Server-sent events over fetch, because the browser's own EventSource cannot send an Authorization header. */
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { backoff, Pause } from "./backoff";

/** Silence longer than this means that the connection is dead, for the server sends heartbeats more often. */
const SILENCE_MS = 45_000;
const GONE = new Set([401, 403, 404, 410]);

export interface FeedHooks {
  path: string;
  headers: Record<string, string>;
  lastEventId: () => number;
  event: (event: EventSourceMessage) => void;
  /** True when events flow, false when they stopped. */
  flowing: (up: boolean) => void;
  gone: () => void;
}

/** Reads one response to its end. `heard` is called for every chunk, heartbeats included. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  event: (event: EventSourceMessage) => void,
  heard: () => void = () => undefined,
): Promise<void> {
  const parser = createParser({ onEvent: event });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    heard();
    parser.feed(decoder.decode(chunk.value, { stream: true }));
  }
}

export class Feed {
  private stopped = false;
  private attempt = 0;
  private abort = new AbortController();
  private readonly pause = new Pause();

  constructor(private readonly hooks: FeedHooks) {}

  start(): void {
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.abort.abort();
    this.pause.cut();
  }

  /** Connects again at once, for instance when the network has come back. */
  wake(): void {
    this.attempt = 0;
    this.pause.cut();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.connect();
      await this.rest();
    }
  }

  private async rest(): Promise<void> {
    if (this.stopped) return;
    this.hooks.flowing(false);
    this.attempt += 1;
    await this.pause.wait(backoff(this.attempt));
  }

  private async connect(): Promise<void> {
    this.abort = new AbortController();
    const { path, headers, lastEventId } = this.hooks;
    const silence = this.watchdog();
    try {
      const response = await fetch(path, {
        headers: { ...headers, Accept: "text/event-stream", "Last-Event-ID": String(lastEventId()) },
        signal: this.abort.signal,
        cache: "no-store",
      });
      if (GONE.has(response.status)) {
        this.stopped = true;
        this.hooks.gone();
      }
      if (!response.ok || !response.body) return;
      this.hooks.flowing(true);
      await readEvents(response.body, this.hooks.event, () => {
        this.attempt = 0;
        silence.heard();
      });
    } catch (error) {
      // Cut off by the network, by the server or by ourselves: in each case the next try follows.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    } finally {
      silence.end();
    }
  }

  private watchdog(): { heard: () => void; end: () => void } {
    const arm = (): ReturnType<typeof setTimeout> => setTimeout(() => this.abort.abort(), SILENCE_MS);
    let timer = arm();
    return {
      heard: () => {
        clearTimeout(timer);
        timer = arm();
      },
      end: () => clearTimeout(timer),
    };
  }
}
