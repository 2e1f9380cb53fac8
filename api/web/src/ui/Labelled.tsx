/** A control below its label; a hint, where it needs one, is read out with it. */
import { useId, type ReactNode } from "react";

/** What ties a control to its label and hint. */
interface Tied {
  id: string;
  "aria-describedby": string | undefined;
}

interface LabelledProps {
  label: string;
  hint?: string | undefined;
  children: (tied: Tied) => ReactNode;
}

export function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": hint && `${id}-hint` })}
    </div>
  );
}
