/** Sends the outbox one message at a time, in order, and does not give up while the conversation lives. */
import { Refused, Unreachable } from "../wire/http";
import type { Outgoing } from "../wire/messages";
import { backoff, Pause } from "./backoff";
import type { Entry, Outbox } from "./outbox";

const TRIES_BEFORE_SAYING_SO = 3;
const GONE = new Set([401, 403, 404, 410]);

export interface SenderHooks {
  post: (clientId: string, outgoing: Outgoing) => Promise<{ seq: number }>;
  sent: (entry: Entry, seq: number) => void;
  /** False when the network or the server failed, true when the server answered. */
  reached: (answered: boolean) => void;
  gone: () => void;
}

export class Sender {
  private running = false;
  private stopped = false;
  private attempt = 0;
  private readonly pause = new Pause();

  constructor(
    private readonly outbox: Outbox,
    private readonly hooks: SenderHooks,
  ) {}

  /** Sends now what waits, also when a back-off is going on. */
  kick(): void {
    this.attempt = 0;
    this.pause.cut();
    if (!this.running) void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.pause.cut();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let entry = this.outbox.next(); entry && !this.stopped; entry = this.outbox.next()) {
      await this.send(entry);
    }
    this.running = false;
  }

  private async send(entry: Entry): Promise<void> {
    try {
      const { seq } = await this.hooks.post(entry.client_id, entry.outgoing);
      this.attempt = 0;
      this.outbox.mark(entry.client_id, "sent", seq);
      this.hooks.reached(true);
      this.hooks.sent(entry, seq);
    } catch (error) {
      await this.failed(entry, error);
    }
  }

  private async failed(entry: Entry, error: unknown): Promise<void> {
    if (error instanceof Refused && !error.temporary) {
      this.hooks.reached(true);
      if (GONE.has(error.status)) {
        this.stopped = true;
        this.hooks.gone();
      } else this.outbox.mark(entry.client_id, "refused");
      return;
    }
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    if (error instanceof Unreachable) this.hooks.reached(false);
    this.attempt += 1;
    if (this.attempt >= TRIES_BEFORE_SAYING_SO) this.outbox.mark(entry.client_id, "failed");
    await this.pause.wait(backoff(this.attempt));
  }
}
