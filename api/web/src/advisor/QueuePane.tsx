/** The left pane: who waits, the urgent first, and one's own conversations. */
import { IconWarning } from "suomifi-icons";
import { fill, texts } from "../texts";
import type { Mine, Queue, Waiting } from "../wire/advisor";
import { Button } from "../ui/Button";
import { useNow } from "./useNow";
import { reasonText, waitedFor } from "./waiting";

interface QueuePaneProps {
  queue: Queue;
  selected: string | null;
  onClaim: (id: string) => void;
  onSelect: (id: string) => void;
}

function place({ municipality }: Pick<Waiting | Mine, "municipality">): string {
  return municipality ?? texts.advisor.unknown_place;
}

function WaitingItem({ waiting, onClaim }: { waiting: Waiting; onClaim: () => void }) {
  const now = useNow();
  return (
    <li className={waiting.urgent ? "queue__item queue__item--urgent" : "queue__item"}>
      <p className="queue__reason">
        {waiting.urgent && <IconWarning aria-hidden="true" />}
        {reasonText(waiting)}
      </p>
      <p>{[place(waiting), waitedFor(waiting.waiting_since, now)].join(" · ")}</p>
      {waiting.summary && <p className="queue__summary">{waiting.summary}</p>}
      <Button aria-label={fill(texts.advisor.claim_label, { who: place(waiting) })} onClick={onClaim}>
        {texts.advisor.claim}
      </Button>
    </li>
  );
}

function MineItem({ mine, selected, onSelect }: { mine: Mine; selected: boolean; onSelect: () => void }) {
  const now = useNow();
  return (
    <li>
      <button type="button" className="mine" aria-current={selected ? "true" : undefined} onClick={onSelect}>
        <span className="mine__top">
          <strong>
            {mine.urgent && <IconWarning aria-hidden="true" />}
            {mine.urgent && <span className="visually-hidden">{texts.advisor.urgent}</span>}
            {place(mine)}
          </strong>
          {mine.unread > 0 && !selected && <span className="badge">{fill(texts.advisor.unread, { n: mine.unread })}</span>}
        </span>
        {mine.waiting_since && <span className="hint">{waitedFor(mine.waiting_since, now)}</span>}
        <span className="mine__last">{mine.last_text}</span>
      </button>
    </li>
  );
}

export function QueuePane({ queue, selected, onClaim, onSelect }: QueuePaneProps) {
  return (
    <nav className="queue" aria-label={texts.advisor.queue}>
      <h2>
        {texts.advisor.queue} <span className="badge">{queue.waiting.length}</span>
      </h2>
      {queue.waiting.length === 0 && <p className="hint">{texts.advisor.queue_empty}</p>}
      <ul className="queue__list">
        {queue.waiting.map((waiting) => (
          <WaitingItem key={waiting.id} waiting={waiting} onClaim={() => onClaim(waiting.id)} />
        ))}
      </ul>
      <h2>
        {texts.advisor.mine} <span className="badge">{queue.mine.length}</span>
      </h2>
      {queue.mine.length === 0 && <p className="hint">{texts.advisor.mine_empty}</p>}
      <ul className="queue__list">
        {queue.mine.map((mine) => (
          <MineItem key={mine.id} mine={mine} selected={mine.id === selected} onSelect={() => onSelect(mine.id)} />
        ))}
      </ul>
    </nav>
  );
}
