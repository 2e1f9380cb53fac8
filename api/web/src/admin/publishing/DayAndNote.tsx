/** From which day, and a word for the history. */
import { Labelled } from "../../ui/Labelled";
import { said, today } from "../drafts/said";

interface NoteFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

const LONGEST = 2_000;

export function NoteField({ label, hint, value, onChange }: NoteFieldProps) {
  return (
    <Labelled label={label} hint={hint}>
      {(tied) => (
        <textarea
          {...tied}
          className="field"
          rows={3}
          maxLength={LONGEST}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

export function DayField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Labelled label={said.publishing.from} hint={said.publishing.from_hint}>
      {(tied) => (
        <input
          {...tied}
          type="date"
          required
          min={today()}
          className="field field--day"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
