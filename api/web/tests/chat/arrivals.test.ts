import { expect, it } from "vitest";
import { Arrivals } from "../../src/chat/arrivals";

it("keeps the beginning of messages that come together in view", () => {
  const arrivals = new Arrivals();
  expect(arrivals.shownFrom(5, 0)).toBe(4);
  expect(arrivals.shownFrom(6, 10_000)).toBe(5);
  expect(arrivals.shownFrom(7, 10_400)).toBe(5);
  expect(arrivals.shownFrom(8, 20_000)).toBe(7);
});

it("leaves the view alone when nothing new has come for a while", () => {
  const arrivals = new Arrivals();
  arrivals.shownFrom(3, 0);
  expect(arrivals.shownFrom(3, 500)).toBe(2);
  expect(arrivals.shownFrom(3, 9_000)).toBeNull();
});
