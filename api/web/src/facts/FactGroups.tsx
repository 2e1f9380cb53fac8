/** Facts under the headings of their groups, in the order in which they come. */
import type { ReactNode } from "react";
import { texts } from "../texts";
import type { Fact } from "../wire/suggestion";

function heading(group: string | undefined): string {
  const known: Record<string, string> = texts.facts.groups;
  return (group === undefined ? undefined : known[group]) ?? texts.facts.other_group;
}

export function FactGroups({ items, show }: { items: readonly Fact[]; show: (fact: Fact) => ReactNode }) {
  const groups = new Map<string, Fact[]>();
  for (const fact of items) {
    const name = heading(fact.group);
    groups.set(name, [...(groups.get(name) ?? []), fact]);
  }
  return [...groups].map(([name, facts]) => (
    <section key={name} className="facts__group">
      <h3>{name}</h3>
      <ul className="facts__list">{facts.map(show)}</ul>
    </section>
  ));
}
