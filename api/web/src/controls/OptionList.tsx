/** Options of which one tap is the answer. */
import { useState } from "react";
import type { Option } from "../wire/messages";
import { Button } from "../ui/Button";
import { waiting } from "./fold";
import { FoldButton } from "./FoldButton";

interface OptionListProps {
  options: readonly Option[];
  onPick: (option: Option) => void;
  disabled?: boolean;
}

const isWayOut = (option: Option): boolean => option.answer !== undefined;

export function OptionList({ options, onPick, disabled = false }: OptionListProps) {
  const [open, setOpen] = useState(false);
  const rest = waiting(options);
  const first = options.filter((option) => !isWayOut(option) && !rest.includes(option));
  const show = (option: Option) => (
    <Button
      key={option.label}
      look={isWayOut(option) ? "quiet" : "option"}
      disabled={disabled}
      onClick={() => onPick(option)}
    >
      {option.label}
    </Button>
  );
  return (
    <div className="options">
      {first.map(show)}
      {rest.length > 0 && (
        <FoldButton count={rest.length} open={open} onToggle={() => setOpen((before) => !before)} />
      )}
      {open && rest.map(show)}
      {options.filter(isWayOut).map(show)}
    </div>
  );
}
