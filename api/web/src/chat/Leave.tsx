/** A leave that the person gives or takes back with one tick. */
import { useId, useState } from "react";

/** Gives the leave or takes it back; `given` tells whether it is given now. */
export interface Leave {
  given: boolean;
  set: (given: boolean) => Promise<void>;
}

interface LeaveBoxProps {
  leave: Leave;
  words: { title: string; label: string; hint: string; failed: string };
}

export function LeaveBox({ leave, words }: LeaveBoxProps) {
  const id = useId();
  const [given, setGiven] = useState(leave.given);
  const [failed, setFailed] = useState(false);
  const change = (next: boolean): void => {
    setGiven(next);
    setFailed(false);
    leave.set(next).catch(() => {
      setGiven(!next);
      setFailed(true);
    });
  };
  return (
    <div className="joining">
      <h3>{words.title}</h3>
      <label className="joining__label">
        <input
          type="checkbox"
          aria-describedby={`${id}-hint`}
          checked={given}
          onChange={(event) => change(event.target.checked)}
        />
        {words.label}
      </label>
      <p id={`${id}-hint`} className="hint">
        {words.hint}
      </p>
      <p role="alert" className="field-error">
        {failed ? words.failed : ""}
      </p>
    </div>
  );
}
