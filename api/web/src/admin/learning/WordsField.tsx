/** A line of words with its label and, where it needs one, a hint. */
import { Labelled } from "../../ui/Labelled";

interface WordsFieldProps {
  label: string;
  hint?: string;
  value: string;
  long?: boolean;
  onChange: (value: string) => void;
}

const LONGEST = 300;

export function WordsField({ label, hint, value, long = false, onChange }: WordsFieldProps) {
  const Control = long ? "textarea" : "input";
  return (
    <Labelled label={label} hint={hint}>
      {(tied) => (
        <Control
          {...tied}
          className="field"
          required
          maxLength={LONGEST}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
