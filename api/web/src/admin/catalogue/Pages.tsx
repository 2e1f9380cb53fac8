/** The way from page to page of a long table. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";

interface PagesProps {
  now: number;
  all: number;
  onChoose: (page: number) => void;
}

export function Pages({ now, all, onChoose }: PagesProps) {
  if (all <= 1) return null;
  return (
    <nav className="pages" aria-label={said.list.pages}>
      <Button disabled={now <= 1} onClick={() => onChoose(now - 1)}>
        {said.list.previous}
      </Button>
      <span>{fill(said.list.page, { n: now, all })}</span>
      <Button disabled={now >= all} onClick={() => onChoose(now + 1)}>
        {said.list.next}
      </Button>
    </nav>
  );
}
