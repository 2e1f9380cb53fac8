/** The blanks of a ready reply: filled in with what is known, the rest left to be written over. */
const BLANK = /\{(\w+)\}/g;

export function filled(text: string, known: Readonly<Record<string, string | null>>): string {
  return text.replace(BLANK, (blank, name: string) => known[name] ?? blank);
}

/** Where the first blank of these names stands, or null. */
export function firstBlank(text: string, names: readonly string[]): { from: number; to: number; text: string } | null {
  for (const found of text.matchAll(BLANK)) {
    const [blank, name] = found;
    if (name !== undefined && names.includes(name)) {
      return { from: found.index, to: found.index + blank.length, text: blank };
    }
  }
  return null;
}
