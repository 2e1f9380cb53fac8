/** A few sentences with their label and, where it needs one, a hint. */
import { Labelled } from "./Labelled";

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
