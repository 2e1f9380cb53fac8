import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fill } from "../../src/texts";

const FOLDER = "src/texts";

function sentences(node: unknown): string[] {
  return typeof node === "string" ? [node] : Object.values(node as object).flatMap(sentences);
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const texts = files.map((name): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")));

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
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
    const finnish = files.filter((name) => /[äöÄÖ]/.test(readFileSync(`src/${name}`, "utf8")));
    expect(files.length).toBeGreaterThan(30);
    expect(finnish).toEqual([]);
  });
});
