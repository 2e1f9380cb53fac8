/** The control for a value of a fact, by the type of the fact. */
import { useState } from "react";
import { MunicipalitySearch } from "../../controls/MunicipalitySearch";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { FactWords } from "../wire/catalogue";
import type { Json } from "../wire/drafting";
import { textOf } from "./tree";

const words = said.rules;

interface ValueInputProps {
  fact: FactWords;
  /** True where a list of values is meant. */
  several: boolean;
  value: Json;
  label: string;
  onChange: (value: Json) => void;
}

export function ValueInput(props: ValueInputProps) {
  const { fact, several } = props;
  if (fact.type === "bool") return <YesNo {...props} />;
  if (fact.type === "municipality") return <Places {...props} />;
  if (fact.type === "int") return several ? <Numbers {...props} /> : <OneNumber {...props} />;
  if (fact.values.length > 0) return several ? <Several {...props} /> : <OneOf {...props} />;
  return <Words {...props} />;
}

function YesNo({ value, label, onChange }: ValueInputProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value === "true")}
    >
      <option value="true">{words.yes}</option>
      <option value="false">{words.no}</option>
    </select>
  );
}

function OneNumber({ fact, value, label, onChange }: ValueInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className="value-number">
      <input
        className="field field--number"
        type="number"
        aria-label={label}
        min={fact.min ?? undefined}
        max={fact.max ?? undefined}
        value={typed ?? textOf(value)}
        onChange={(event) => {
          // While the field is empty between two numbers, the rule keeps the one that it had.
          setTyped(event.target.value);
          if (!Number.isNaN(event.target.valueAsNumber)) onChange(event.target.valueAsNumber);
        }}
        onBlur={() => setTyped(null)}
      />
      {fact.unit}
    </span>
  );
}

function Numbers({ value, label, onChange }: ValueInputProps) {
  const items = Array.isArray(value) ? value : [];
  return (
    <input
      className="field"
      aria-label={`${label}, ${words.numbers_hint}`}
      placeholder={words.numbers_hint}
      defaultValue={items.map(textOf).join(", ")}
      onBlur={(event) => {
        const typed = event.target.value.split(/[\s,;]+/).filter((part) => /^-?\d+$/.test(part));
        onChange(typed.map(Number));
      }}
    />
  );
}

function OneOf({ fact, value, label, onChange }: ValueInputProps) {
  const unknown = !fact.values.some(({ id }) => id === value);
  return (
    <select className="field" aria-label={label} value={textOf(value)} onChange={(event) => onChange(event.target.value)}>
      {unknown && <option value={textOf(value)}>{fill(words.unknown, { id: textOf(value) })}</option>}
      {fact.values.map(({ id, label: name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Several({ fact, value, label, onChange }: ValueInputProps) {
  const chosen = Array.isArray(value) ? value.map(textOf) : [];
  const choose = (id: string, on: boolean): void =>
    onChange(fact.values.map((one) => one.id).filter((one) => (one === id ? on : chosen.includes(one))));
  return (
    <fieldset className="value-several">
      <legend className="visually-hidden">{label}</legend>
      {fact.values.map(({ id, label: name }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => choose(id, event.target.checked)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Places({ several, value, label, onChange }: ValueInputProps) {
  const chosen = (Array.isArray(value) ? value : [value]).map(textOf).filter((name) => name !== "");
  const pick = (name: string): void => onChange(several ? [...chosen.filter((one) => one !== name), name] : name);
  const drop = (name: string): void => onChange(several ? chosen.filter((one) => one !== name) : "");
  return (
    <div className="value-places" role="group" aria-label={label}>
      {chosen.map((name) => (
        <Button key={name} look="option" aria-label={fill(words.drop, { name })} onClick={() => drop(name)}>
          {name}
        </Button>
      ))}
      {(several || chosen.length === 0) && <MunicipalitySearch onPick={pick} />}
    </div>
  );
}

function Words({ value, label, onChange }: ValueInputProps) {
  return (
    <input
      className="field"
      aria-label={label}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
