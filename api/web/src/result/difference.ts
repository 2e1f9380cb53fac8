/** What has changed between two suggested sets. */
import type { Difference } from "../wire/case";
import type { Suggestion } from "../wire/suggestion";

export function difference(before: Suggestion | null, after: Suggestion | null): Difference {
  const was = new Map((before?.suggested ?? []).map((one) => [one.service, one]));
  const now = new Map((after?.suggested ?? []).map((one) => [one.service, one]));
  const needed = new Map((before?.needs ?? []).map((one) => [one.id, one]));
  const needs = new Map((after?.needs ?? []).map((one) => [one.id, one]));
  return {
    added: [...now.values()].filter(({ service }) => !was.has(service)),
    removed: [...was.values()].filter(({ service }) => !now.has(service)),
    moved: [...now.values()].flatMap((one) => {
      const from = was.get(one.service)?.phase;
      return from && from !== one.phase ? [{ service: one.service, name: one.name, from, to: one.phase }] : [];
    }),
    needs_added: [...needs.values()].filter(({ id }) => !needed.has(id)),
    needs_removed: [...needed.values()].filter(({ id }) => !needs.has(id)),
  };
}

export function changes({ added, removed, moved, needs_added, needs_removed }: Difference): boolean {
  return [added, removed, moved, needs_added, needs_removed].some(({ length }) => length > 0);
}

export function sameSet(one: Suggestion | null, other: Suggestion): boolean {
  return one !== null && !changes(difference(one, other));
}
