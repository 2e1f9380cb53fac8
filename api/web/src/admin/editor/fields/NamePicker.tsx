/** Finds something by its name among many and adds it. */
import { useId, useState } from "react";
import { find } from "../../../controls/search";
import { fill } from "../../../texts";
import said from "../../../texts/admin.json";
import { Button } from "../../../ui/Button";
import type { Named } from "../../wire/catalogue";

const FEW = 6;

interface NamePickerProps {
  label: string;
  items: readonly Named[];
  onPick: (id: string) => void;
}

export function NamePicker({ label, items, onPick }: NamePickerProps) {
  const [query, setQuery] = useState("");
  const id = useId();
  const found = find(items, query, (one) => [one.label, one.id]).slice(0, FEW);
  const pick = (chosen: string): void => {
    onPick(chosen);
    setQuery("");
  };
  return (
    <div className="name-picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        placeholder={said.form.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === "Enter" && first && found.length === 1) pick(first.id);
        }}
      />
      <p role="status" className="hint">
        {query.trim() !== "" && found.length === 0 && said.form.not_found}
      </p>
      <div className="options">
        {found.map((one) => (
          <Button
            key={one.id}
            look="option"
            aria-label={fill(said.form.add, { name: one.label })}
            onClick={() => pick(one.id)}
          >
            {one.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
