/** From which day something is in force. */
import { Labelled } from "../../ui/Labelled";
import { said, today } from "../drafts/said";

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
