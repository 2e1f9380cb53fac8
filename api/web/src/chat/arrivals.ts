/** Which messages came together, so that the beginning of what is new is not scrolled past. */

const TOGETHER_MS = 3_000;

export class Arrivals {
  private known = 0;
  private from = 0;
  private since = Number.NEGATIVE_INFINITY;

  /**
   * The index of the first message to bring into view, or null when the view should stay.
   * `own` says that the newest message is the reader's own; `now` is in milliseconds.
   */
  shownFrom(count: number, own: boolean, now: number): number | null {
    const grown = count > this.known;
    if (grown && (own || now - this.since > TOGETHER_MS)) {
      this.from = own || this.known === 0 ? count - 1 : this.known;
      this.since = now;
    }
    this.known = count;
    return grown || now - this.since <= TOGETHER_MS ? Math.min(this.from, count - 1) : null;
  }
}
