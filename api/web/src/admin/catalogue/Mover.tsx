/** The buttons that move one row of a list up or down. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { Toolbar } from "../../ui/Toolbar";
import type { Row } from "../wire/catalogue";
import type { Order } from "./useOrder";

const words = said.rules;

interface MoverProps {
  row: Row;
  order: Order;
  isFirst: boolean;
  isLast: boolean;
}

export function Mover({ row: { id, label: name }, order, isFirst, isLast }: MoverProps) {
  return (
    <Toolbar label={fill(words.tools, { name })} className="list-table__tools">
      <Button
        look="quiet"
        disabled={isFirst || order.busy}
        aria-label={fill(words.up, { name })}
        onClick={() => order.move(id, -1)}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        disabled={isLast || order.busy}
        aria-label={fill(words.down, { name })}
        onClick={() => order.move(id, 1)}
      >
        ↓
      </Button>
    </Toolbar>
  );
}
