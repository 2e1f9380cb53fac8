import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fill } from "../../src/texts";
import { namesOf, unread } from "./reading";

const FOLDER = "src/texts";

function sentences(node: unknown): string[] {
  return typeof node === "string" ? [node] : Object.values(node as object).flatMap(sentences);
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const texts = files.map((name): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")));
const code = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, content: readFileSync(`src/${name}`, "utf8") }));

describe("the texts", () => {
  it("are calm", () => {
    expect(sentences(texts).filter((sentence) => sentence.includes("!"))).toEqual([]);
  });

  it("promise nothing that somebody else decides", () => {
    const promise = /sinulla on oikeus|\bsaat\b|kuulut ryhmään/i;
    expect(sentences(texts).filter((sentence) => promise.test(sentence))).toEqual([]);
  });

  it("are not empty", () => {
    expect(sentences(texts).filter((sentence) => sentence.trim() === "")).toEqual([]);
  });

  it("are filled by name, and a forgotten blank stays visible", () => {
    expect(fill("{a} ja {b}", { a: 1 })).toBe("1 ja {b}");
  });

  it("are not written into components", () => {
    const components = code.filter(({ name }) => name.endsWith(".tsx"));
    expect(components.length).toBeGreaterThan(30);
    expect(components.filter(({ content }) => /[äöÄÖ]/.test(content)).map(({ name }) => name)).toEqual([]);
  });

  it("are all read somewhere", () => {
    const contents = code.map(({ content }) => content);
    expect(unread(texts.flatMap((tree) => namesOf(tree)), contents)).toEqual([]);
  });

  it("are missed when no file reads them, by their own name, by that of their group or by a part of it", () => {
    const file = [
      'import { texts } from "../texts";',
      "const words = texts.one;",
      "show(words.told, Object.values(texts.all), texts.two[`${part}_hint`]);",
    ].join("\n");
    const names = namesOf({ one: { told: "a", untold: "b" }, all: { each: "c" }, two: { its_hint: "d", its: "e" } });
    expect(unread(names, [file])).toEqual(["one.untold", "two.its"]);
  });
});
