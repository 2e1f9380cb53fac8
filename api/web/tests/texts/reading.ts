/** Which texts the code reads: dotted names that begin at an import of texts, also by a shorter local name. */
const FROM_TEXTS = /import (?:(\w+)|\{([^}]*)\}) from "(?:\.|[^"]*\/(?:texts(?:\/\w+\.json)?|said))";/g;
const LOCAL_NAME = /const (\w+) = (\w+)((?:\.\w+)*);/g;
const NAME = /(?<!\w|(?<!\.\.)\.)(\w+)((?:\??\.\w+)*)(?:\[`([^`]*)`\])?/g;
const BLANK = /\$\{[^}]*\}/;

function rootsIn(code: string): Map<string, string> {
  const imported = [...code.matchAll(FROM_TEXTS)].flatMap(([, whole, some]) => whole ?? some?.split(",") ?? []);
  const roots = new Map(imported.map((name) => [name.trim(), ""]));
  for (const [, name = "", of = "", path = ""] of code.matchAll(LOCAL_NAME)) {
    const root = roots.get(of);
    if (root !== undefined) roots.set(name, root + path);
  }
  return roots;
}

/** What a file reads, as patterns; a group that is read as a whole stands for all that is in it. */
function readIn(file: string): string[] {
  const roots = rootsIn(file);
  const code = file.replace(FROM_TEXTS, "").replace(LOCAL_NAME, "");
  return [...code.matchAll(NAME)].flatMap(([, name = "", rest = "", template]) => {
    const path = roots.get(name)?.concat(rest).replaceAll("?.", ".").slice(1);
    if (!path) return [];
    return template === undefined ? [path] : [`${path}.${template.split(BLANK).join("\\w+")}`];
  });
}

/** The dotted names of the sentences and lists in a tree of texts. */
export function namesOf(tree: unknown, above: readonly string[] = []): string[] {
  if (typeof tree === "string" || Array.isArray(tree)) return [above.join(".")];
  return Object.entries(tree as object).flatMap(([key, node]) => namesOf(node, [...above, key]));
}

const withGroups = (name: string): string[] => name.split(".").map((_, end, parts) => parts.slice(0, end + 1).join("."));

/** Those of the names that no file reads. */
export function unread(names: readonly string[], files: readonly string[]): string[] {
  const patterns = new Set(files.flatMap(readIn));
  const templates = [...patterns].filter((one) => one.includes("\\")).map((one) => new RegExp(`^${one}$`));
  // What stands behind a sentence's own name is a member of every string or list.
  const reached = new Set([...patterns].flatMap(withGroups));
  return names.filter(
    (name) =>
      !reached.has(name) &&
      !withGroups(name).some((group) => patterns.has(group)) &&
      !templates.some((template) => template.test(name)),
  );
}
