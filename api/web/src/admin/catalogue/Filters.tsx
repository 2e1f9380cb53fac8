/** Search, and filters with how many there are behind each. */
import { useEffect, useEffectEvent, useId, useState } from "react";
import said from "../../texts/admin.json";
import { groupName } from "./groups";
import type { Listing } from "../wire/catalogue";
import type { Chosen } from "./chosen";

const PAUSE_MS = 250;

interface FiltersProps {
  chosen: Chosen;
  facets: Listing["facets"] | null;
  onChoose: (next: Partial<Chosen>) => void;
}

export function Filters({ chosen, facets, onChoose }: FiltersProps) {
  const id = useId();
  const [typed, setTyped] = useState(chosen.haku);
  const search = useEffectEvent(() => {
    if (typed !== chosen.haku) onChoose({ haku: typed });
  });
  useEffect(() => {
    const timer = setTimeout(search, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const groups = Object.entries(facets?.groups ?? {}).map(([group, n]) => ({ id: group, label: groupName(group), n }));
  const ages = Object.entries(said.list.freshness).flatMap(([age, label]) => {
    const n = facets?.freshness[age] ?? 0;
    return n > 0 || age === chosen.tuoreus ? [{ id: age, label, n }] : [];
  });
  return (
    <search className="filters">
      <div className="filters__one">
        <label htmlFor={id}>{said.list.search}</label>
        <input id={id} className="field" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <Select
        label={said.list.groups}
        value={chosen.ryhma}
        options={groups}
        onChoose={(ryhma) => onChoose({ ryhma })}
      />
      <Select
        label={said.list.freshness_label}
        value={chosen.tuoreus}
        options={ages}
        onChoose={(tuoreus) => onChoose({ tuoreus })}
      />
      <label className="filters__check">
        <input
          type="checkbox"
          checked={chosen.huomautukset === "1"}
          onChange={(event) => onChoose({ huomautukset: event.target.checked ? "1" : "" })}
        />
        {said.list.problems_only}
      </label>
    </search>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: { id: string; label: string; n: number }[];
  onChoose: (id: string) => void;
}

function Select({ label, value, options, onChoose }: SelectProps) {
  const id = useId();
  if (options.length === 0) return null;
  return (
    <div className="filters__one">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{said.list.all}</option>
        {options.map((one) => (
          <option key={one.id} value={one.id}>{`${one.label} (${one.n})`}</option>
        ))}
      </select>
    </div>
  );
}
