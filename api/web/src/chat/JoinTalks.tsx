/** The person's leave to join their talks: a random key that this browser keeps only while it is given. */
import { useId, useState } from "react";
import { texts } from "../texts";

/** Gives the leave or takes it back; `given` tells whether it is given now. */
export interface Joiner {
  given: boolean;
  set: (given: boolean) => Promise<void>;
}

export function JoinTalks({ joiner }: { joiner: Joiner }) {
  const id = useId();
  const [given, setGiven] = useState(joiner.given);
  const [failed, setFailed] = useState(false);
  const change = (next: boolean): void => {
    setGiven(next);
    setFailed(false);
    joiner.set(next).catch(() => {
      setGiven(!next);
      setFailed(true);
    });
  };
  return (
    <div className="joining">
      <h3>{texts.joining.title}</h3>
      <label className="joining__label">
        <input
          type="checkbox"
          aria-describedby={`${id}-hint`}
          checked={given}
          onChange={(event) => change(event.target.checked)}
        />
        {texts.joining.label}
      </label>
      <p id={`${id}-hint`} className="hint">
        {texts.joining.hint}
      </p>
      <p role="alert" className="field-error">
        {failed ? texts.joining.failed : ""}
      </p>
    </div>
  );
}
