/** Options of which several can be picked; "none of these" undoes the others, and they undo it. */
import { IconCheck } from "suomifi-icons";
import { useId, useState } from "react";
import { texts } from "../texts";
import type { Option } from "../wire/messages";
import { Button } from "../ui/Button";

interface MultiListProps {
  options: readonly Option[];
  initial?: readonly Option[];
  done: string;
  onDone: (picked: Option[]) => void;
  disabled?: boolean;
}

function toggled(picked: readonly Option[], option: Option): readonly Option[] {
  if (picked.includes(option)) return picked.filter((other) => other !== option);
  return option.none ? [option] : [...picked.filter((other) => !other.none), option];
}

export function MultiList({ options, initial = [], done, onDone, disabled = false }: MultiListProps) {
  const [picked, setPicked] = useState(initial);
  const [hint, setHint] = useState(false);
  const hintId = useId();
  const finish = (): void => {
    if (picked.length === 0) setHint(true);
    else onDone(options.filter((option) => picked.includes(option)));
  };
  return (
    <>
      <div className="options">
        {options.map((option) => (
          <Button
            key={`${option.fact ?? ""}:${option.label}`}
            look="option"
            aria-pressed={picked.includes(option)}
            icon={picked.includes(option) ? <IconCheck /> : undefined}
            disabled={disabled}
            onClick={() => {
              setHint(false);
              setPicked((before) => toggled(before, option));
            }}
          >
            {option.label}
          </Button>
        ))}
      </div>
      <div className="options options--end">
        <Button look="primary" disabled={disabled} aria-describedby={hint ? hintId : undefined} onClick={finish}>
          {done}
        </Button>
        <span id={hintId} role="status" className="options__hint">
          {hint ? texts.question.choose_one : ""}
        </span>
      </div>
    </>
  );
}
