/** What an entry is called at the head of its page. */
import { expect, test } from "vitest";
import { titleOf } from "../../../src/admin/editor/naming";

const vocabulary = { texts: { greeting: "Tervehdys alussa" } };

test("a text is called by what it is for", () => {
  expect(titleOf("texts", { fi: "Hei." }, "greeting", vocabulary)).toBe("Tervehdys alussa");
  expect(titleOf("texts", { fi: "Hei." }, "unknown", vocabulary)).toBe("unknown");
});

test("another entry has its own name although a text has the same id", () => {
  expect(titleOf("services", { name_fi: "Ohjaamo" }, "greeting", vocabulary)).toBe("Ohjaamo");
});
