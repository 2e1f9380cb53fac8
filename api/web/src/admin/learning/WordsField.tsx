/** A line of words with its label and, where it needs one, a hint. */
import { useId } from "react";

interface WordsFieldProps {
  label: string;
  hint?: string;
  value: string;
  long?: boolean;
  onChange: (value: string) => void;
}

const LONGEST = 300;

export function WordsField({ label, hint, value, long = false, onChange }: WordsFieldProps) {
  const id = useId();
  const Control = long ? "textarea" : "input";
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Control
        id={id}
        className="field"
        required
        maxLength={LONGEST}
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
