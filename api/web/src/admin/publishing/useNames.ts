/** What the facts, needs, services and fields of a draft are called. */
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { asking } from "../wire/calls";
import type { Names } from "./ContentValue";

interface Labelled {
  id: string;
  label: string;
}

interface Vocabulary {
  facts: (Labelled & { values: Labelled[]; operators: Labelled[] })[];
  needs: Labelled[];
  services: Labelled[];
  fields: Record<string, string>;
}

export function useNames(draft: number): Names {
  const { calls } = useAdmin();
  const { data } = useRemote(() => calls.get<Vocabulary>(asking("/vocabulary", { draft })), draft);
  if (!data) return { fields: {}, ids: new Map() };
  const { facts, needs, services, fields } = data;
  const all = [...facts.flatMap(({ values, operators }) => [...values, ...operators]), ...needs, ...services, ...facts];
  return { fields, ids: new Map(all.map(({ id, label }) => [id, label])) };
}
