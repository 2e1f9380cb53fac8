/** Where one is: the sections of the address after #, and the draft that one works in. */
import { useHash } from "../ui/useHash";

/** The name of the draft in the address. */
const DRAFT = "luonnos";
const FIRST = ["luettelo", "services"];

export interface Route {
  /** The parts of the path, e.g. ["luettelo", "services", "tuva"]. */
  path: readonly string[];
  /** What the section keeps in the address besides. */
  query: URLSearchParams;
  /** The number of the draft that one works in; null for what is published. */
  draft: number | null;
}

export function routeOf(hash: string): Route {
  const [path = "", question = ""] = hash.split("?", 2);
  const query = new URLSearchParams(question);
  const draft = Number(query.get(DRAFT));
  query.delete(DRAFT);
  const parts = path.split("/").filter((part) => part !== "");
  return { path: parts.length > 0 ? parts.map(plain) : FIRST, query, draft: Number.isInteger(draft) && draft > 0 ? draft : null };
}

/** The address of a place, as a link has it. */
export function linkTo(path: readonly string[], draft: number | null, query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(query);
  if (draft !== null) asked.set(DRAFT, String(draft));
  const question = asked.toString();
  return `#/${path.map(encodeURIComponent).join("/")}${question && `?${question}`}`;
}

export function useRoute(): [Route, (link: string) => void] {
  const [hash, setHash] = useHash();
  return [routeOf(hash), (link) => setHash(link.replace(/^#/, ""))];
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
