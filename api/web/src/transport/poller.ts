/** Asks for new messages now and then while the event stream is down. */

const EVERY_MS = 3_000;

export class Poller {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly poll: () => Promise<void>) {}

  start(): void {
    this.timer ??= setTimeout(() => void this.tick(), EVERY_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async tick(): Promise<void> {
    const mine = this.timer;
    await this.poll();
    if (this.timer !== mine) return;
    this.timer = undefined;
    this.start();
  }
}
