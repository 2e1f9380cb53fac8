/** Finding a name by what a person types, also when the dots of ä and ö are left out. */

export function fold(text: string): string {
  return text
    .toLocaleLowerCase("fi")
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .trim();
}

/** Items whose name begins with the words first, then those that contain them. */
export function find<T>(items: readonly T[], query: string, names: (item: T) => string[]): T[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const rank = (item: T): number => {
    const folded = names(item).map(fold);
    if (folded.some((name) => name.startsWith(wanted))) return 0;
    return folded.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return items
    .map((item) => ({ item, order: rank(item) }))
    .filter(({ order }) => order < 2)
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
