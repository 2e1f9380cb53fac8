/** The means to move a row of the card and to drop it. */
import { IconArrowDown, IconArrowUp, IconRemove } from "suomifi-icons";
import { fill, texts } from "../texts";
import { Button } from "../ui/Button";

interface RowToolsProps {
  name: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onDrop: () => void;
}

export function RowTools({ name, first, last, onMove, onDrop }: RowToolsProps) {
  return (
    <span className="row-tools">
      <Button
        look="quiet"
        icon={<IconArrowUp />}
        aria-label={fill(texts.plan.up, { name })}
        disabled={first}
        onClick={() => onMove(-1)}
      />
      <Button
        look="quiet"
        icon={<IconArrowDown />}
        aria-label={fill(texts.plan.down, { name })}
        disabled={last}
        onClick={() => onMove(1)}
      />
      <Button look="quiet" icon={<IconRemove />} aria-label={fill(texts.plan.drop, { name })} onClick={onDrop} />
    </span>
  );
}
