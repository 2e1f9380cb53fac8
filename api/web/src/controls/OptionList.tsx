/** Options of which one tap is the answer. */
import type { Option } from "../wire/messages";
import { Button } from "../ui/Button";

interface OptionListProps {
  options: readonly Option[];
  onPick: (option: Option) => void;
  disabled?: boolean;
}

const isWayOut = (option: Option): boolean => option.answer !== undefined;

export function OptionList({ options, onPick, disabled = false }: OptionListProps) {
  return (
    <div className="options">
      {[...options.filter((option) => !isWayOut(option)), ...options.filter(isWayOut)].map((option) => (
        <Button
          key={option.label}
          look={isWayOut(option) ? "quiet" : "option"}
          disabled={disabled}
          onClick={() => onPick(option)}
        >
          {option.label}
        </Button>
      ))}
    </div>
  );
}
