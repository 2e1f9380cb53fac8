import { expect, it } from "vitest";
import { Arrivals } from "../../src/chat/arrivals";

it("keeps the beginning of messages that come together in view", () => {
  const arrivals = new Arrivals();
  expect(arrivals.shownFrom(5, false, 0)).toBe(4);
  expect(arrivals.shownFrom(6, false, 10_000)).toBe(5);
  expect(arrivals.shownFrom(7, false, 10_400)).toBe(5);
  expect(arrivals.shownFrom(8, false, 20_000)).toBe(7);
});

it("goes to one's own message at once, and keeps it in view with the answer", () => {
  const arrivals = new Arrivals();
  arrivals.shownFrom(1, false, 0);
  expect(arrivals.shownFrom(2, true, 200)).toBe(1);
  expect(arrivals.shownFrom(4, false, 600)).toBe(1);
  expect(arrivals.shownFrom(5, true, 900)).toBe(4);
});

it("leaves the view alone when nothing new has come for a while", () => {
  const arrivals = new Arrivals();
  arrivals.shownFrom(3, false, 0);
  expect(arrivals.shownFrom(3, false, 500)).toBe(2);
  expect(arrivals.shownFrom(3, false, 9_000)).toBeNull();
});
