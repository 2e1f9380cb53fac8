/** What can be done to one item of a list: moved, copied, taken away, and whatever its kind allows besides. */
import type { ReactNode } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { Toolbar } from "../../ui/Toolbar";
import type { Path } from "../wire/drafting";
import { useEditing } from "./context";
import { added, listAt, moved, removed } from "./tree";

const words = said.rules;

interface ItemToolsProps {
  list: Path;
  place: number;
  /** What the item is called, e.g. "Ehto 2". */
  name: string;
  /** False where the same thing cannot stand there twice. */
  copies?: boolean;
  children?: ReactNode;
}

export function ItemTools({ list, place, name, copies = true, children }: ItemToolsProps) {
  const { content, change } = useEditing();
  const all = listAt(content, list);
  const move = (by: number): void => {
    const to = place + by;
    change(moved(content, list, place, by), fill(words.moved, { n: to + 1, all: all.length }), [...list, to]);
  };
  const copy = (): void => {
    const item = all[place];
    if (item !== undefined) change(added(content, list, item, place), fill(words.copied, { name }), [...list, place + 1]);
  };
  const drop = (): void => {
    const near = all.length > 1 ? [...list, Math.max(0, place - 1)] : list;
    change(removed(content, list, place), fill(words.dropped, { name }), near);
  };
  return (
    <Toolbar label={fill(words.tools, { name })} className="item-tools">
      <Button
        look="quiet"
        data-tool="up"
        disabled={place === 0}
        title={words.up_hint}
        aria-label={fill(words.up, { name })}
        onClick={() => move(-1)}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        data-tool="down"
        disabled={place === all.length - 1}
        title={words.down_hint}
        aria-label={fill(words.down, { name })}
        onClick={() => move(1)}
      >
        ↓
      </Button>
      {children}
      {copies && (
        <Button look="quiet" aria-label={fill(words.copy_label, { name })} onClick={copy}>
          {words.copy}
        </Button>
      )}
      <Button look="quiet" aria-label={fill(words.drop, { name })} onClick={drop}>
        {words.drop_short}
      </Button>
    </Toolbar>
  );
}
