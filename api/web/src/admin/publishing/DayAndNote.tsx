/** From which day, and a word for the history. */
import { useId } from "react";
import { said, today } from "../drafts/said";

interface NoteFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

const LONGEST = 2_000;

export function NoteField({ label, hint, value, onChange }: NoteFieldProps) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        className="field"
        rows={3}
        maxLength={LONGEST}
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

export function DayField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{said.publishing.from}</label>
      <p className="hint" id={`${id}-hint`}>
        {said.publishing.from_hint}
      </p>
      <input
        id={id}
        type="date"
        required
        min={today()}
        className="field field--day"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
