/** The person's own word on a suggestion: taking it is as easy as leaving it, and both can be undone. */
import { useState } from "react";
import { texts } from "../texts";
import type { Verdicted } from "../wire/suggestion";
import { Button } from "../ui/Button";

interface OwnWordProps {
  choice: Verdicted;
  describedBy: string;
  onChoose: (choice: Verdicted, reason?: string) => void;
}

export function OwnWord({ choice, describedBy, onChoose }: OwnWordProps) {
  const [reason, setReason] = useState<string | null>(null);
  if (choice === null) {
    return (
      <div className="card__choice">
        <Button aria-describedby={describedBy} onClick={() => onChoose("accept")}>
          {texts.result.accept}
        </Button>
        <Button look="quiet" aria-describedby={describedBy} onClick={() => onChoose("reject")}>
          {texts.result.reject}
        </Button>
      </div>
    );
  }
  return (
    <div className="card__chosen" role="status">
      <p>{choice === "accept" ? texts.result.accepted : texts.result.rejected}</p>
      {choice === "reject" && (
        <div className="options" role="group" aria-label={texts.result.reject_why}>
          <p className="hint">{texts.result.reject_why}</p>
          {texts.result.reject_reasons.map((label) => (
            <Button
              key={label}
              look="option"
              aria-pressed={reason === label}
              onClick={() => {
                setReason(label);
                onChoose("reject", label);
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      <Button look="quiet" aria-describedby={describedBy} onClick={() => onChoose(null)}>
        {texts.result.undo}
      </Button>
    </div>
  );
}
