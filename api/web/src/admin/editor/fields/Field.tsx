/** One plain field of an entry with its label and its problems. */
import { useId, type ReactNode } from "react";
import said from "../../../texts/admin.json";
import type { Json, Path } from "../../wire/drafting";
import { useEditing, useLabel } from "../context";
import { PlaceProblems } from "../PlaceProblems";
import { at, placeId } from "../tree";

export type FieldKind = "text" | "long" | "date" | "number" | "flag" | "words" | "choice";

interface FieldProps {
  path: Path;
  kind: FieldKind;
  /** What it is called, where its own name does not do. */
  label?: string;
  options?: { id: string; label: string }[];
}

export function Field({ path, kind, label, options = [] }: FieldProps) {
  const { content, set } = useEditing();
  const own = useLabel(String(path.at(-1)));
  const id = useId();
  const value = at(content, path) ?? null;
  const name = label ?? own;
  const props: ControlProps = { id, value, options, onChange: (next) => set(path, next) };
  if (kind === "flag") {
    return (
      <div id={placeId(path)} className="form-field form-field--flag" tabIndex={-1}>
        <label htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            onChange={(event) => set(path, event.target.checked)}
          />
          {name}
        </label>
        <PlaceProblems path={path} />
      </div>
    );
  }
  const Control = CONTROLS[kind];
  return (
    <div id={placeId(path)} className={`form-field form-field--${kind}`} tabIndex={-1}>
      <label htmlFor={id}>{name}</label>
      <Control {...props} />
      {kind === "words" && <p className="hint">{said.form.words_hint}</p>}
      <PlaceProblems path={path} />
    </div>
  );
}

interface ControlProps {
  id: string;
  value: Json;
  options: { id: string; label: string }[];
  onChange: (value: Json) => void;
}

const text = (value: Json): string => (typeof value === "string" ? value : "");
const rows = (words: string): number => Math.min(8, Math.max(2, Math.ceil(words.length / 70)));

/** An empty field stays empty text where there was text, and nothing where there was nothing. */
function typed(next: string, before: Json): Json {
  return next === "" && before === null ? null : next;
}

function Text({ id, value, onChange }: ControlProps) {
  return (
    <input id={id} className="field" value={text(value)} onChange={(event) => onChange(typed(event.target.value, value))} />
  );
}

function Long({ id, value, onChange }: ControlProps) {
  return (
    <textarea
      id={id}
      className="field"
      rows={rows(text(value))}
      value={text(value)}
      onChange={(event) => onChange(typed(event.target.value, value))}
    />
  );
}

function Day({ id, value, onChange }: ControlProps) {
  return (
    <input
      id={id}
      className="field"
      type="date"
      value={text(value)}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}

function Count({ id, value, onChange }: ControlProps) {
  return (
    <input
      id={id}
      className="field field--number"
      type="number"
      value={typeof value === "number" ? value : ""}
      onChange={(event) => onChange(Number.isNaN(event.target.valueAsNumber) ? null : event.target.valueAsNumber)}
    />
  );
}

function Words({ id, value, onChange }: ControlProps) {
  const items = Array.isArray(value) ? value.map(String) : [];
  return (
    <textarea
      id={id}
      className="field"
      rows={Math.min(8, items.length + 1)}
      value={items.join("\n")}
      onChange={(event) => onChange(event.target.value === "" ? [] : event.target.value.split("\n"))}
      onBlur={() => {
        const kept = items.filter((item) => item.trim() !== "");
        if (kept.length < items.length) onChange(kept);
      }}
    />
  );
}

function Choice({ id, value, options, onChange }: ControlProps) {
  const now = text(value);
  const known = options.some((one) => one.id === now);
  return (
    <select id={id} className="field" value={now} onChange={(event) => onChange(event.target.value || null)}>
      {!known && <option value={now}>{now || said.form.none}</option>}
      {options.map((one) => (
        <option key={one.id} value={one.id}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

const CONTROLS: Record<Exclude<FieldKind, "flag">, (props: ControlProps) => ReactNode> = {
  text: Text,
  long: Long,
  date: Day,
  number: Count,
  words: Words,
  choice: Choice,
};
