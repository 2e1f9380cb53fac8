/** Opens and closes the options that wait behind it. */
import { IconChevronDown } from "suomifi-icons";
import { fill, texts } from "../texts";
import { Button } from "../ui/Button";

interface FoldButtonProps {
  count: number;
  open: boolean;
  onToggle: () => void;
}

export function FoldButton({ count, open, onToggle }: FoldButtonProps) {
  return (
    <Button look="quiet" className="fold" aria-expanded={open} icon={<IconChevronDown />} onClick={onToggle}>
      {open ? texts.question.fewer : fill(texts.question.more, { n: count })}
    </Button>
  );
}
