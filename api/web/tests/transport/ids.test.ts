import { expect, it, vi } from "vitest";
import { newId } from "../../src/transport/ids";

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it("makes ids also where the browser hides its own maker of them", () => {
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  vi.stubGlobal("crypto", { getRandomValues });
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.every((id) => VERSION_4.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(50);
});

it("makes ids where it does not", () => {
  expect(newId()).toMatch(VERSION_4);
});
