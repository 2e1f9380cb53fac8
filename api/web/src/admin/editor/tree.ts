/** Changes of an entry by path; nothing is changed in place. */
import type { Content, Json, Path } from "../wire/drafting";

export function at(node: Json | undefined, path: Path): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  if (Array.isArray(node)) return at(node[Number(step)], rest);
  return node !== null && typeof node === "object" ? at(node[String(step)], rest) : undefined;
}

/** A value as text; structures are none. */
export function textOf(value: Json | undefined): string {
  return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}

export function put(content: Content, path: Path, value: Json): Content {
  return placed(content, path, value) as Content;
}

function placed(node: Json | undefined, path: Path, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(node)) return node.map((one, place) => (place === Number(step) ? placed(one, rest, value) : one));
  const known = node !== null && typeof node === "object" ? node : {};
  return { ...known, [String(step)]: placed(known[String(step)], rest, value) };
}

export function listAt(content: Content, path: Path): Json[] {
  const found = at(content, path);
  return Array.isArray(found) ? found : [];
}

/** Where a line of the form stands in what is published: the same line, or the one in its place; null for a new one. */
export function publishedPlace(published: Content | null, list: Path, line: Json, place: number): Path | null {
  const lines = published ? listAt(published, list).map((one) => JSON.stringify(one)) : [];
  const same = lines.indexOf(JSON.stringify(line));
  const found = same < 0 ? place : same;
  return found < lines.length ? [...list, found] : null;
}

/** With one more at the end of a list, or after the place that is named. */
export function added(content: Content, list: Path, value: Json, after?: number): Content {
  const items = listAt(content, list);
  const place = after === undefined ? items.length : after + 1;
  return put(content, list, [...items.slice(0, place), value, ...items.slice(place)]);
}

export function removed(content: Content, list: Path, place: number): Content {
  return put(content, list, listAt(content, list).filter((_, number) => number !== place));
}

/** With one item a step nearer to the beginning (-1) or the end (1). */
export function moved(content: Content, list: Path, place: number, by: number): Content {
  const items = [...listAt(content, list)];
  const [item] = items.splice(place, 1);
  if (item !== undefined) items.splice(place + by, 0, item);
  return put(content, list, items);
}

const PLACE = "kohta-";

/** The id of the element that shows a place. */
export const placeId = (path: Path): string => PLACE + path.join(".");

export const pathOf = (place: string): Path =>
  place.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));

export const pathOfPlace = (id: string): Path => pathOf(id.slice(PLACE.length));

export const samePath = (one: Path, other: Path): boolean => one.join(".") === other.join(".");

/** Whether a path lies at the other or within it. */
export const within = (path: Path, outer: Path): boolean => samePath(path.slice(0, outer.length), outer);
