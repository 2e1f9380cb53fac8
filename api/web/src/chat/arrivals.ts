/** Which messages came together, so that the beginning of what is new is not scrolled past. */

const TOGETHER_MS = 1_500;

export class Arrivals {
  private known = 0;
  private from = 0;
  private at = Number.NEGATIVE_INFINITY;

  /**
   * The index of the first message to bring into view, or null when the view should stay.
   * `now` is in milliseconds.
   */
  shownFrom(count: number, now: number): number | null {
    const grown = count > this.known;
    if (grown) {
      if (now - this.at > TOGETHER_MS) this.from = this.known === 0 ? count - 1 : this.known;
      this.at = now;
    }
    this.known = count;
    return grown || now - this.at <= TOGETHER_MS ? Math.min(this.from, count - 1) : null;
  }
}
