/** A scale such as 0 to 10, one button a number. */
import { fill, texts } from "../texts";
import { Button } from "../ui/Button";

interface ScaleControlProps {
  min: number;
  max: number;
  onPick: (value: number) => void;
  disabled?: boolean;
}

export function ScaleControl({ min, max, onPick, disabled = false }: ScaleControlProps) {
  const numbers = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return (
    <div className="scale" role="group" aria-label={fill(texts.question.scale_group, { min, max })}>
      {numbers.map((number) => (
        <Button key={number} look="option" disabled={disabled} onClick={() => onPick(number)}>
          {number}
        </Button>
      ))}
    </div>
  );
}
