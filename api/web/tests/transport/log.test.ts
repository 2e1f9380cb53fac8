import { describe, expect, it } from "vitest";
import { emptyLog, hasHole, lastSeq, merge } from "../../src/transport/log";
import type { Message } from "../../src/wire/messages";
import { message } from "../fakeServer";

const seqs = (messages: readonly Message[]): number[] => messages.map(({ seq }) => seq);

describe("the log", () => {
  it("shows each message once, in order", () => {
    const log = merge(merge(emptyLog, [message(2), message(1)]), [message(2), message(3)]);
    expect(seqs(log.shown)).toEqual([1, 2, 3]);
  });

  it("holds back what comes after a hole, until the hole is filled", () => {
    const holed = merge(emptyLog, [message(1), message(3)]);
    expect(seqs(holed.shown)).toEqual([1]);
    expect(hasHole(holed)).toBe(true);
    expect(lastSeq(holed)).toBe(1);
    const mended = merge(holed, [message(2)]);
    expect(seqs(mended.shown)).toEqual([1, 2, 3]);
    expect(hasHole(mended)).toBe(false);
  });

  it("stays the same object when nothing new came", () => {
    const log = merge(emptyLog, [message(1)]);
    expect(merge(log, [message(1)])).toBe(log);
  });

  it("ends the same whatever the order and however often messages come", () => {
    const all = Array.from({ length: 12 }, (_, index) => message(index + 1));
    for (let turn = 0; turn < all.length; turn += 1) {
      const shuffled = [...all.slice(turn), ...all.slice(0, turn).reverse(), ...all.slice(turn, turn + 3)];
      const log = shuffled.reduce((before, one) => merge(before, [one]), emptyLog);
      expect(seqs(log.shown)).toEqual(seqs(all));
    }
  });
});
