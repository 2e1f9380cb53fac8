/** One of the advisor's own conversations: what is new in it, and whether it is on its way to somebody else. */
import { IconSwapRounded, IconWarning } from "suomifi-icons";
import { fill, texts } from "../../texts";
import { unbroken } from "../../texts/sentences";
import type { Mine, Transfer } from "../../wire/queue";
import { useNow } from "../useNow";
import { shortTime, whoText, waitedFor } from "../waiting";

interface MineItemProps {
  mine: Mine;
  selected: boolean;
  onSelect: () => void;
  onWithdraw: (transfer: number) => void;
}

function told({ state, to, answer }: Transfer): string {
  const name = to ?? "";
  if (state === "offered") return fill(texts.queue.offered_to, { to: name });
  return answer ? fill(texts.queue.declined_why, { to: name, why: answer }) : fill(texts.queue.declined_by, { to: name });
}

export function MineItem({ mine, selected, onSelect, onWithdraw }: MineItemProps) {
  const now = useNow();
  const { transfer, unread, waiting_since } = mine;
  const fresh = unread > 0 && !selected;
  return (
    <li className="own">
      <button
        type="button"
        className={fresh ? "mine mine--fresh" : "mine"}
        aria-current={selected ? "true" : undefined}
        onClick={onSelect}
      >
        <span className="mine__top">
          <strong className="mine__who" title={whoText(mine)}>
            {mine.urgent && <IconWarning aria-hidden="true" />}
            {mine.urgent && <span className="visually-hidden">{texts.queue.groups.urgent}</span>}
            {whoText(mine)}
          </strong>
          {fresh && <span className="badge badge--fresh">{fill(texts.queue.unread, { n: unread })}</span>}
        </span>
        <span className="mine__bottom">
          <span className="mine__last">{unbroken(mine.last_text)}</span>
          {waiting_since && (
            <span className="mine__time">
              <span aria-hidden="true">{shortTime(waiting_since, now)}</span>
              <span className="visually-hidden">{waitedFor(waiting_since, now)}</span>
            </span>
          )}
        </span>
      </button>
      {transfer && (
        <p className="own__transfer">
          <IconSwapRounded aria-hidden="true" />
          <span>{told(transfer)}</span>
          {transfer.state === "offered" && (
            <button type="button" className="link-button" onClick={() => onWithdraw(transfer.id)}>
              {texts.queue.withdraw}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
