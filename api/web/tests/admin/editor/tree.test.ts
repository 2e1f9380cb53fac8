import { describe, expect, it } from "vitest";
import { differing, joined } from "../../../src/admin/editor/joining";
import { idOf, nameOf } from "../../../src/admin/editor/naming";
import { conditionOn, toPreferring, toRequired } from "../../../src/admin/editor/rules";
import { added, at, moved, pathOf, pathOfPlace, placeId, publishedPlace, put, removed, within } from "../../../src/admin/editor/tree";
import { blank } from "../../../src/admin/catalogue/blank";
import { age, situation, tuva } from "./samples";

describe("changes by path", () => {
  it("leave what was there as it was", () => {
    const before = JSON.stringify(tuva);
    const after = put(tuva, ["ways", 0, "lines", 0, "any_of", 0, "value"], 25);
    expect(at(after, ["ways", 0, "lines", 0, "any_of", 0, "value"])).toBe(25);
    expect(JSON.stringify(tuva)).toBe(before);
  });

  it("add, move and take away items of a list", () => {
    const list = ["after"];
    const three = added(added({ after: ["a", "b"] }, list, "d"), list, "c", 1);
    expect(three.after).toEqual(["a", "b", "c", "d"]);
    expect(moved(three, list, 2, -1).after).toEqual(["a", "c", "b", "d"]);
    expect(removed(three, list, 0).after).toEqual(["b", "c", "d"]);
  });

  it("know where a line stands in what is published", () => {
    const published = { lines: [{ why: "a" }, { why: "b" }] };
    const place = (line: { why: string }, now: number) => publishedPlace(published, ["lines"], line, now);
    expect(place({ why: "b" }, 0)).toEqual(["lines", 1]);
    expect(place({ why: "c" }, 1)).toEqual(["lines", 1]);
    expect(place({ why: "c" }, 2)).toBeNull();
    expect(publishedPlace(null, ["lines"], { why: "a" }, 0)).toBeNull();
  });

  it("name places so that they are found again", () => {
    const path = ["ways", 0, "lines", 1];
    expect(pathOfPlace(placeId(path))).toEqual(path);
    expect(within(pathOf("ways.0.lines.1.any_of"), path)).toBe(true);
    expect(within(pathOf("ways.0.lines.10"), path)).toBe(false);
  });
});

describe("a condition", () => {
  it("keeps its value when the comparison changes between one and several", () => {
    const several = conditionOn(situation, "one_of", "tyoton");
    expect(several.value).toEqual(["tyoton"]);
    expect(conditionOn(situation, "is", several.value).value).toBe("tyoton");
  });

  it("begins anew with a fact of another type", () => {
    expect(conditionOn(age, "is", "tyoton")).toEqual({ fact: "ika", op: "is", value: 15 });
    expect(conditionOn(age, "has", null).op).toBe("at_least");
  });
});

describe("a line", () => {
  it("becomes one that speaks for the service, and back", () => {
    const speaking = toPreferring(tuva, ["ways", 0, "lines"], 0);
    expect(at(speaking, ["ways", 0, "lines"])).toEqual([]);
    expect(at(speaking, ["preferring", 1])).toMatchObject({ weight: 2, why_fi: "Alle 29-vuotiaille" });
    const back = toRequired(speaking, 1);
    expect(at(back, ["ways", 0, "lines", 0, "why_fi"])).toBe("Alle 29-vuotiaille");
    expect(at(back, ["ways", 0, "lines", 0, "weight"])).toBeUndefined();
  });

  it("is required by a new way when there is none", () => {
    expect(at(toRequired({ ...tuva, ways: [] }, 0), ["ways", 0, "lines", 0, "why_fi"])).toBe("Työttömille");
  });
});

describe("two versions of an entry", () => {
  const mine = { ...tuva, name_fi: "Oma", summary_fi: "oma tiivistelmä" };
  const theirs = { ...tuva, name_fi: "Toisen", after: ["x"] };

  it("ask only where both have changed", () => {
    const fields = differing(tuva, mine, theirs);
    expect(fields.filter(({ both }) => both).map(({ name }) => name)).toEqual(["name_fi"]);
  });

  it("keep the changes of both", () => {
    const fields = differing(tuva, mine, theirs);
    expect(joined(mine, theirs, fields, { name_fi: "theirs" })).toEqual({
      ...tuva,
      name_fi: "Toisen",
      summary_fi: "oma tiivistelmä",
      after: ["x"],
    });
    expect(joined(mine, theirs, fields, { name_fi: "mine" }).name_fi).toBe("Oma");
  });
});

describe("a new entry", () => {
  it("has the shape of another and nothing in it", () => {
    expect(blank(tuva)).toMatchObject({ name_fi: "", group: "koulutus", after: [], valid_from: null, preferring: [] });
    expect(blank(tuva).ways).toEqual([{ lines: [] }]);
  });

  it("gets an id of plain letters", () => {
    expect(idOf(" Työkyvyn arviointi, 2. osa ")).toBe("tyokyvyn-arviointi-2-osa");
    expect(nameOf(null, "tuva")).toBe("tuva");
  });
});
