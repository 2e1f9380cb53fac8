/** Picks a fact among all of them, by group. */
import { memo } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { groupName } from "../catalogue/groups";
import type { FactWords } from "../wire/catalogue";

interface FactSelectProps {
  facts: readonly FactWords[];
  value: string;
  label: string;
  /** Shown while nothing is chosen. */
  empty?: string;
  onChange: (fact: FactWords) => void;
}

export function FactSelect({ facts, value, label, empty, onChange }: FactSelectProps) {
  const known = facts.some(({ id }) => id === value);
  return (
    <select
      className="field fact-select"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const fact = facts.find(({ id }) => id === event.target.value);
        if (fact) onChange(fact);
      }}
    >
      {!known && <option value={value}>{empty ?? fill(said.rules.unknown, { id: value })}</option>}
      <Options facts={facts} />
    </select>
  );
}

const Options = memo(function Options({ facts }: { facts: readonly FactWords[] }) {
  const groups = [...new Set(facts.map(({ group }) => group))];
  return groups.map((group) => (
    <optgroup key={group} label={groupName(group)}>
      {facts
        .filter((fact) => fact.group === group)
        .map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
    </optgroup>
  ));
});
