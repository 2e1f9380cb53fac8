/** One visitor's conversation: starts or resumes it, keeps log and outbox in step with the server, and mends itself. */
import type { EventSourceMessage } from "eventsource-parser";
import { Refused, Unreachable } from "../wire/http";
import type { ConversationState, Language, Message, Outgoing } from "../wire/messages";
import { createConversation, VisitorApi, type Kept } from "../wire/visitor";
import { backoff, Pause } from "./backoff";
import { Feed } from "./feed";
import { emptyLog, hasHole, lastSeq, merge, type Log } from "./log";
import { Outbox, type Entry } from "./outbox";
import { Poller } from "./poller";
import { Sender } from "./sender";
import { Slot, type Store } from "./storage";

const TYPING_MS = 30_000;

export interface Snapshot {
  phase: "starting" | "ready" | "gone";
  messages: readonly Message[];
  outbox: readonly Entry[];
  /** Grows whenever the facts have changed at the server. */
  factsRound: number;
  /** Grows whenever the suuntakortti has changed at the server. */
  planRound: number;
  typing: "bot" | "advisor" | null;
  state: ConversationState;
  offline: boolean;
  api: VisitorApi | null;
}

/** The key that joins a person's talks; kept only while they agree to that. */
export const joinKey = (store: Store): Slot<string> => new Slot<string>(store, "joining");

const withBot: ConversationState = { state: "bot", position: null, advisor: null };

export class Session {
  private readonly credentials: Slot<Kept>;
  private readonly outbox: Outbox;
  private log: Log = emptyLog;
  private sender: Sender | undefined;
  private feed: Feed | undefined;
  private readonly poller = new Poller(() => this.refill());
  private readonly pause = new Pause();
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private current: Snapshot;
  private ended = false;
  private refilling = false;

  /** A new conversation begins in the language. */
  constructor(
    private readonly store: Store,
    private readonly language: Language = "fi",
  ) {
    this.credentials = new Slot(store, "conversation");
    this.outbox = new Outbox(new Slot(store, "outbox"), () => this.update({}));
    this.current = {
      phase: "starting",
      messages: [],
      outbox: this.outbox.entries,
      factsRound: 0,
      planRound: 0,
      typing: null,
      state: withBot,
      offline: false,
      api: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.current;

  async start(): Promise<void> {
    window.addEventListener("online", this.wake);
    window.addEventListener("offline", this.lost);
    document.addEventListener("visibilitychange", this.wake);
    const credentials = await this.persistently(async () => this.credentials.read() ?? (await this.begin()));
    if (!credentials) return;
    this.credentials.write(credentials);
    if (credentials.language) this.setState({ ...this.current.state, language: credentials.language });
    const api = new VisitorApi(credentials);
    const first = await this.persistently(() => api.messagesAfter(0));
    if (!first) return;
    this.update({ api });
    this.receive(first.items);
    this.update({ phase: "ready" });
    this.connect(api);
  }

  /** Frees everything without touching the server. */
  end(): void {
    this.ended = true;
    window.removeEventListener("online", this.wake);
    window.removeEventListener("offline", this.lost);
    document.removeEventListener("visibilitychange", this.wake);
    this.pause.cut();
    this.feed?.stop();
    this.sender?.stop();
    this.poller.stop();
    clearTimeout(this.typingTimer);
  }

  send(outgoing: Outgoing, label: string): void {
    this.outbox.add(outgoing, label);
    this.sender?.kick();
  }

  resend(clientId: string): void {
    this.outbox.mark(clientId, "pending");
    this.sender?.kick();
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId);
  }

  setState(state: ConversationState): void {
    this.update({ state });
  }

  /** Goes on in a language; what is open is asked again in it. Rejects where the server has not taken it. */
  async speak(language: Language): Promise<void> {
    const credentials = this.credentials.read();
    if (!credentials) return;
    await this.current.api?.speak(language);
    this.credentials.write({ ...credentials, language });
    this.setState({ ...this.current.state, language });
  }

  /** Forgets the conversation in this browser. */
  forget(): void {
    this.end();
    this.outbox.clear();
    this.credentials.clear();
  }

  private async begin(): Promise<Kept> {
    return { ...(await createConversation(this.language, joinKey(this.store).read())), language: this.language };
  }

  private connect(api: VisitorApi): void {
    this.sender = new Sender(this.outbox, {
      post: (clientId, outgoing) => api.post(clientId, outgoing),
      sent: () => this.outbox.settle(this.log.shown),
      reached: (answered) => this.update({ offline: !answered }),
      gone: this.gone,
    });
    this.feed = new Feed({
      path: api.eventsPath,
      headers: api.headers,
      lastEventId: () => lastSeq(this.log),
      event: (event) => this.hear(event),
      flowing: (up) => this.flowing(up),
      gone: this.gone,
    });
    this.feed.start();
    this.sender.kick();
  }

  private flowing(up: boolean): void {
    if (up) {
      this.poller.stop();
      this.update({ offline: false });
      this.sender?.kick();
    } else {
      this.poller.start();
      void this.refill();
    }
  }

  private hear({ event = "message", data }: EventSourceMessage): void {
    if (event === "message") this.receive([JSON.parse(data) as Message]);
    if (event === "facts") this.update({ factsRound: this.current.factsRound + 1 });
    if (event === "plan") this.update({ planRound: this.current.planRound + 1 });
    if (event === "erased") this.gone();
    if (event === "state") this.update({ state: { ...withBot, ...(JSON.parse(data) as ConversationState) } });
    if (event === "typing") {
      const { from, on } = JSON.parse(data) as { from: "bot" | "advisor"; on: boolean };
      this.type(on ? from : null);
    }
  }

  private receive(items: readonly Message[]): void {
    const before = this.log;
    this.log = merge(before, items);
    this.outbox.settle(this.log.shown);
    if (this.log.shown.slice(before.shown.length).some((message) => message.from !== "visitor")) this.type(null);
    if (this.log !== before) this.update({});
    if (hasHole(this.log) && !this.refilling) void this.refill();
  }

  private async refill(): Promise<void> {
    const api = this.current.api;
    if (!api || this.ended || this.refilling) return;
    this.refilling = true;
    try {
      const { items } = await api.messagesAfter(lastSeq(this.log));
      this.receive(items);
      this.update({ offline: false });
    } catch (error) {
      if (error instanceof Refused && !error.temporary) this.gone();
      else if (error instanceof Unreachable || error instanceof Refused) this.update({ offline: true });
      else throw error;
    } finally {
      this.refilling = false;
    }
  }

  private type(from: "bot" | "advisor" | null): void {
    clearTimeout(this.typingTimer);
    if (from) this.typingTimer = setTimeout(() => this.update({ typing: null }), TYPING_MS);
    if (this.current.typing !== from) this.update({ typing: from });
  }

  private async persistently<T>(attempt: () => Promise<T>): Promise<T | null> {
    for (let failures = 1; !this.ended; failures += 1) {
      try {
        const result = await attempt();
        this.update({ offline: false });
        return result;
      } catch (error) {
        if (error instanceof Refused && !error.temporary) {
          this.gone();
          return null;
        }
        if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
        this.update({ offline: true });
        await this.pause.wait(backoff(failures));
      }
    }
    return null;
  }

  private readonly wake = (): void => {
    if (document.visibilityState === "hidden") return;
    this.pause.cut();
    this.feed?.wake();
    this.sender?.kick();
    void this.refill();
  };

  private readonly lost = (): void => this.update({ offline: true });

  private readonly gone = (): void => {
    this.feed?.stop();
    this.poller.stop();
    this.update({ phase: "gone", typing: null });
  };

  private update(change: Partial<Snapshot>): void {
    this.current = { ...this.current, ...change, messages: this.log.shown, outbox: this.outbox.entries };
    for (const listener of this.listeners) listener();
  }
}
