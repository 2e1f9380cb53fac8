/** Options of which several can be picked; "none of these" undoes the others, and they undo it. */
import { IconCheck } from "suomifi-icons";
import { useId, useRef, useState, type ReactNode } from "react";
import { texts } from "../texts";
import type { Option } from "../wire/messages";
import { Button } from "../ui/Button";
import { isNone, waiting } from "./fold";
import { FoldButton } from "./FoldButton";

interface MultiListProps {
  options: readonly Option[];
  initial?: readonly Option[];
  done: string;
  /** Gets what was picked, and the options of the facts that were in view as a whole. */
  onDone: (picked: Option[], seen: Option[]) => void;
  disabled?: boolean;
  /** Other ways on, next to the button that sends. */
  beside?: ReactNode;
}

function toggled(picked: readonly Option[], option: Option): readonly Option[] {
  if (picked.includes(option)) return picked.filter((other) => other !== option);
  return isNone(option) ? [option] : [...picked.filter((other) => !isNone(other)), option];
}

/** The facts with an option below the bar that stays in view, and so perhaps not yet scrolled to. */
function below(bar: HTMLElement | null): (string | undefined)[] {
  const chips = [...(bar?.parentElement?.querySelectorAll<HTMLElement>("[data-fact]") ?? [])];
  const edge = bar?.getBoundingClientRect().top ?? 0;
  return chips.filter((chip) => chip.getBoundingClientRect().top > edge).map(({ dataset }) => dataset.fact);
}

export function MultiList({ options, initial = [], done, onDone, disabled = false, beside }: MultiListProps) {
  const [picked, setPicked] = useState(initial);
  const [rest] = useState(() => waiting(options, initial));
  const [open, setOpen] = useState(false);
  const [hint, setHint] = useState(false);
  const hintId = useId();
  const bar = useRef<HTMLDivElement>(null);
  const none = options.filter(isNone);
  const shown = rest.filter((option) => open || picked.includes(option));
  const first = options.filter((option) => !rest.includes(option) && !isNone(option));
  const finish = (): void => {
    const chosen = picked.length > 0 ? options.filter((option) => picked.includes(option)) : none;
    const folded = rest.filter((option) => !shown.includes(option)).map(({ fact }) => fact);
    const behind = new Set([...folded, ...below(bar.current)]);
    if (chosen.length === 0) setHint(true);
    else onDone(chosen, [...first, ...shown].filter(({ fact }) => !behind.has(fact)));
  };
  const show = (option: Option) => (
    <Button
      key={`${option.fact ?? ""}:${option.label}`}
      look="option"
      data-fact={option.fact}
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
  );
  return (
    <>
      <div className="options">
        {first.map(show)}
        {rest.length > 0 && (
          <FoldButton count={rest.length} open={open} onToggle={() => setOpen((before) => !before)} />
        )}
        {shown.map(show)}
        {none.map(show)}
      </div>
      <div ref={bar} className="options options--end">
        <Button look="primary" disabled={disabled} aria-describedby={hint ? hintId : undefined} onClick={finish}>
          {done}
        </Button>
        {beside}
        <span id={hintId} role="status" className="options__hint">
          {hint ? texts.question.choose_one : ""}
        </span>
      </div>
    </>
  );
}
