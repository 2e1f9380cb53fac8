import { expect, it } from "vitest";
import { decides, unbroken } from "../../src/texts/sentences";

it("keeps a number on one line", () => {
  expect(unbroken("Soita 09 2525 0111 tai 112.")).toBe("Soita 09\u00a02525\u00a00111 tai 112.");
});

it.each([
  ["Kela", "Kuka päättää: Kela"],
  ["ei päätöstä", ""],
  ["ei päätöstä, palvelu on avoin", "Palvelu on avoin."],
  ["ei päätöstä; velkajärjestelystä päättää käräjäoikeus", "Velkajärjestelystä päättää käräjäoikeus."],
  ["ei päätöstä neuvonnassa; takauksesta Takuusäätiö", "Kuka päättää: takauksesta Takuusäätiö"],
])("tells who decides: %s", (who, sentence) => {
  expect(decides(who)).toBe(sentence);
});
