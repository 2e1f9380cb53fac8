/** How long to wait before trying again: doubling, capped, with jitter so that pages do not return all at once. */

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt - 1));
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** A wait that can be cut short. */
export class Pause {
  private finish: (() => void) | undefined;

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.finish = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  cut(): void {
    this.finish?.();
  }
}
