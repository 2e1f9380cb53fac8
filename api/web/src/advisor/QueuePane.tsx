/** The left pane: what is offered, who waits in which need, and one's own conversations. */
import { useState } from "react";
import { texts } from "../texts";
import type { Mine, Queue, Team, Waiting } from "../wire/queue";
import { AwayNotice } from "./queue/AwayNotice";
import { MineItem } from "./queue/MineItem";
import { OfferItem } from "./queue/OfferItem";
import { useStill } from "./queue/useStill";
import { WaitingItem } from "./queue/WaitingItem";
import { groupOf, GROUPS, type Group } from "./waiting";

export interface QueueActs {
  claim: (id: string) => void;
  select: (id: string) => void;
  accept: (transfer: number) => void;
  decline: (transfer: number, reason: string) => void;
  withdraw: (transfer: number) => void;
  move: (id: string, team: string) => void;
  /** Says that one takes conversations, as many at once as before. */
  takeCases: (capacity: number) => void;
}

/** The cards of the others say it themselves, in red and with a sign. */
const NAMED = new Set<Group>(["live", "callback"]);

interface QueuePaneProps {
  queue: Queue;
  selected: string | null;
  /** The teams to which a supervisor may move a case; empty for others. */
  movable: readonly Team[];
  acts: QueueActs;
}

function TeamFilter({ teams, chosen, onChoose }: { teams: Team[]; chosen: string; onChoose: (team: string) => void }) {
  if (teams.length < 2) return null;
  return (
    <select
      className="pick"
      aria-label={texts.queue.team}
      value={chosen}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{texts.queue.all_teams}</option>
      {teams.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Waiters({ queue, movable, acts }: Pick<QueuePaneProps, "queue" | "movable" | "acts">) {
  const [team, setTeam] = useState("");
  const shown = team ? queue.waiting.filter((one) => one.team === team) : queue.waiting;
  const still = useStill<Waiting>(shown);
  const groups = GROUPS.map((group) => ({
    group,
    items: still.items.filter(({ item }) => groupOf(item) === group),
  })).filter(({ items }) => items.length > 0);
  return (
    <section className="queue__waiting">
      <div className="queue__head">
        <h2>
          {texts.queue.title} <span className="badge">{shown.length}</span>
        </h2>
        <TeamFilter teams={queue.teams} chosen={team} onChoose={setTeam} />
      </div>
      {shown.length === 0 && <p className="hint">{texts.queue.empty}</p>}
      <div className="queue__groups" {...still.handlers}>
        {groups.map(({ group, items }) => (
          <div key={group} className="queue__group">
            <h3 className={NAMED.has(group) ? "queue__name" : "visually-hidden"}>
              {texts.queue.groups[group]} <span className="queue__count">{items.length}</span>
            </h3>
            <ul className="queue__list">
              {items.map(({ item, gone }) => (
                <WaitingItem
                  key={item.id}
                  waiting={item}
                  gone={gone}
                  showTeam={queue.teams.length > 1 && !team}
                  teams={movable}
                  onClaim={() => acts.claim(item.id)}
                  onMove={(to) => acts.move(item.id, to)}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Offers({ queue, acts }: Pick<QueuePaneProps, "queue" | "acts">) {
  if (queue.offers.length === 0) return null;
  return (
    <section className="queue__offers">
      <h2>
        {texts.queue.offers} <span className="badge">{queue.offers.length}</span>
      </h2>
      <ul className="queue__list">
        {queue.offers.map((offer) => (
          <OfferItem
            key={offer.id}
            offer={offer}
            onAccept={() => acts.accept(offer.id)}
            onDecline={(reason) => acts.decline(offer.id, reason)}
          />
        ))}
      </ul>
    </section>
  );
}

function Own({ queue, selected, acts }: Pick<QueuePaneProps, "queue" | "selected" | "acts">) {
  const still = useStill<Mine>(queue.mine);
  return (
    <section className="queue__own">
      <h2>
        {texts.queue.mine} <span className="badge">{queue.mine.length}</span>
      </h2>
      {queue.mine.length === 0 && <p className="hint">{texts.queue.mine_empty}</p>}
      <ul className="queue__list queue__list--own" {...still.handlers}>
        {still.items.filter(({ gone }) => !gone).map(({ item: mine }) => (
          <MineItem
            key={mine.id}
            mine={mine}
            selected={mine.id === selected}
            onSelect={() => acts.select(mine.id)}
            onWithdraw={acts.withdraw}
          />
        ))}
      </ul>
    </section>
  );
}

export function QueuePane({ queue, selected, movable, acts }: QueuePaneProps) {
  return (
    <nav className="queue" aria-label={texts.queue.title}>
      {queue.presence.state === "away" && <AwayNotice onTake={() => acts.takeCases(queue.capacity)} />}
      <Offers queue={queue} acts={acts} />
      <Waiters queue={queue} movable={movable} acts={acts} />
      <Own queue={queue} selected={selected} acts={acts} />
    </nav>
  );
}
