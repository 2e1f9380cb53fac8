import { describe, expect, it } from "vitest";
import { screen, several, single } from "../../src/controls/answers";
import { find } from "../../src/controls/search";

describe("answers", () => {
  it("tell a value, a refusal and not knowing apart", () => {
    expect(single({ fact: "ika", label: "Ikä", value: 52 }, "x")).toEqual({ fact: "ika", value: 52 });
    expect(single({ label: "En halua kertoa", answer: "declined" }, "ika")).toEqual({ fact: "ika", declined: true });
    expect(single({ label: "En tiedä", answer: "dont_know" }, "ika")).toEqual({ fact: "ika", dont_know: true });
  });

  it("join several values of one fact into a list without doubles", () => {
    const options = [
      { label: "A", value: ["a", "b"] },
      { label: "B", value: "b" },
    ];
    expect(several(options, "toiveet")).toEqual({ choices: [{ fact: "toiveet", value: ["a", "b"] }], label: "A, B" });
  });

  it("of a screen set a fact per chip and say which facts were seen", () => {
    const all = [
      { fact: "velat", label: "Velat", value: true },
      { fact: "toive", label: "Koulu", value: ["koulu"] },
      { fact: "toive", label: "Työ", value: ["tyo"] },
      { label: "Ei mikään näistä", none: true },
    ];
    expect(screen([all[0]!, all[1]!, all[2]!], all)).toEqual({
      choices: [
        { fact: "velat", value: true },
        { fact: "toive", value: ["koulu", "tyo"] },
      ],
      label: "Velat, Koulu, Työ",
      seen: ["velat", "toive"],
    });
    expect(screen([all[3]!], all)).toEqual({ choices: [], label: "Ei mikään näistä", seen: ["velat", "toive"] });
  });
});

describe("finding by name", () => {
  const places = ["Jyväskylä", "Jämsä", "Uusikaarlepyy", "Äänekoski", "Pohja-Jyvä"];
  const search = (query: string): string[] => find(places, query, (place) => [place]);

  it("puts beginnings first and needs no dots", () => {
    expect(search("jyv")).toEqual(["Jyväskylä", "Pohja-Jyvä"]);
    expect(search("aanek")).toEqual(["Äänekoski"]);
    expect(search("JÄMSÄ ")).toEqual(["Jämsä"]);
  });

  it("finds nothing for nothing", () => {
    expect(search("  ")).toEqual([]);
  });
});
