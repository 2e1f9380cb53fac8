/** What every part of the form may lean on: the entry, its changes, its problems, and what rules are made of. */
import { createContext, use } from "react";
import said from "../../texts/admin.json";
import type { Vocabulary } from "../wire/catalogue";
import type { Content, Json, Path, RuleProblem } from "../wire/drafting";

const NAMES: Record<string, string> = said.form.names;

export interface Editing {
  collection: string;
  content: Content;
  /** How the entry is in what is published; null for a new one. */
  published: Content | null;
  problems: RuleProblem[];
  vocabulary: Vocabulary;
  /** Put a value at a path; typing in the same place is taken back at once. */
  set: (path: Path, value: Json) => void;
  /** Change more at once and say it; the focus goes to the place afterwards. */
  change: (next: Content, said: string, focus?: Path) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === null) throw new Error("outside of the form of an entry");
  return editing;
}

/** What a field is called. */
export function useLabel(name: string): string {
  const { vocabulary } = useEditing();
  const label = vocabulary.fields[name] ?? NAMES[name] ?? name;
  return label.charAt(0).toLocaleUpperCase("fi") + label.slice(1);
}
