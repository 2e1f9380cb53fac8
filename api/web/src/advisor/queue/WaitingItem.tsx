/** One who waits: why, how long, who, and what the advisor will not see. */
import { IconHeart, IconLock, IconPhone, IconWarning } from "suomifi-icons";
import { fill, texts } from "../../texts";
import type { Team, Waiting } from "../../wire/queue";
import { Button } from "../../ui/Button";
import { useNow } from "../useNow";
import { groupOf, reasonText, shortTime, waitedFor, whoText } from "../waiting";
import { MoveMenu } from "./MoveMenu";

interface WaitingItemProps {
  waiting: Waiting;
  gone: boolean;
  /** Named only where the advisor sees several teams. */
  showTeam: boolean;
  /** The teams to which a supervisor may move the case. */
  teams: readonly Team[];
  onClaim: () => void;
  onMove: (team: string) => void;
}

function Mark({ waiting }: { waiting: Waiting }) {
  const group = groupOf(waiting);
  if (group === "danger" || group === "urgent") return <IconWarning aria-hidden="true" />;
  return group === "callback" ? <IconPhone aria-hidden="true" /> : null;
}

function Facts({ waiting, showTeam }: { waiting: Waiting; showTeam: boolean }) {
  const { for_me, missing_consent, team_name } = waiting;
  const kinds = missing_consent.map((kind) => texts.queue.kinds[kind]).join(", ");
  return (
    <ul className="waits__facts">
      {for_me && (
        <li className="waits__mine">
          <IconHeart aria-hidden="true" />
          {texts.queue.for_me}
        </li>
      )}
      {showTeam && <li>{team_name}</li>}
      {kinds && (
        <li>
          <IconLock aria-hidden="true" />
          {fill(texts.queue.not_shared, { kinds })}
        </li>
      )}
    </ul>
  );
}

export function WaitingItem({ waiting, gone, showTeam, teams, onClaim, onMove }: WaitingItemProps) {
  const now = useNow();
  const who = whoText(waiting);
  const look = ["waits", `waits--${groupOf(waiting)}`, gone ? "waits--gone" : "", waiting.for_me ? "waits--known" : ""];
  return (
    <li className={look.filter(Boolean).join(" ")}>
      <p className="waits__top">
        <span className="waits__reason">
          <Mark waiting={waiting} />
          {reasonText(waiting)}
        </span>
        <time className="waits__time" dateTime={waiting.waiting_since}>
          <span aria-hidden="true">{shortTime(waiting.waiting_since, now)}</span>
          <span className="visually-hidden">{waitedFor(waiting.waiting_since, now)}</span>
        </time>
      </p>
      <div className="waits__row">
        <p className="waits__who">{who}</p>
        {gone ? (
          <p className="hint">{texts.queue.gone}</p>
        ) : (
          <Button aria-label={fill(texts.queue.claim_label, { who })} onClick={onClaim}>
            {texts.queue.claim}
          </Button>
        )}
      </div>
      <Facts waiting={waiting} showTeam={showTeam} />
      {teams.length > 0 && !gone && <MoveMenu who={who} from={waiting.team} teams={teams} onMove={onMove} />}
    </li>
  );
}
