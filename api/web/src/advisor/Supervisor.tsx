/** A supervisor's view: how long people wait, who is there with how much, and why humans were needed today. */
import { useState } from "react";
import { fill, texts } from "../texts";
import type { QueueApi, Supervision } from "../wire/queue";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { RemoteNotice } from "../ui/RemoteNotice";
import { TableHead } from "../ui/TableHead";
import { useRemote } from "../ui/useRemote";
import { useNow } from "./useNow";
import { shortTime } from "./waiting";

interface SupervisorProps {
  api: QueueApi;
  /** Grows when the queue has changed. */
  round: number;
  onClose: () => void;
}

const words = texts.supervision;

function Teams({ teams }: Pick<Supervision, "teams">) {
  const now = useNow();
  return (
    <table className="figures">
      <caption>{words.teams}</caption>
      <TableHead names={[words.team, words.waiting, words.urgent, words.longest, words.callbacks]} />
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">{team.name}</th>
            <td>{team.waiting}</td>
            <td className={team.urgent ? "figures__alert" : undefined}>{team.urgent}</td>
            <td>{team.longest_since ? shortTime(team.longest_since, now) : words.nobody}</td>
            <td>{team.callbacks}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AdvisorsProps extends Pick<Supervision, "advisors"> {
  onRelease: (id: string) => void;
}

function Cases({ one, onRelease }: { one: Supervision["advisors"][number]; onRelease: (id: string) => void }) {
  const now = useNow();
  return (
    <ul className="figures__cases">
      {one.cases.map(({ id, updated }, place) => {
        const time = shortTime(updated, now);
        return (
          <li key={id}>
            <span>{time === texts.queue.wait.now ? words.case_now : fill(words.case, { time })}</span>
            <Button
              look="quiet"
              aria-label={fill(words.release_label, { name: one.name, n: place + 1 })}
              onClick={() => onRelease(id)}
            >
              {words.release}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function Advisors({ advisors, onRelease }: AdvisorsProps) {
  return (
    <table className="figures">
      <caption>{words.advisors}</caption>
      <TableHead names={[words.advisor, words.presence, words.load, words.cases]} />
      <tbody>
        {advisors.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.name}</th>
            <td>{[texts.presence.states[one.presence], one.reason].filter(Boolean).join(" · ")}</td>
            <td>{`${one.load}/${one.capacity}`}</td>
            <td>
              <Cases one={one} onRelease={onRelease} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Today({ today }: Pick<Supervision, "today">) {
  if (today.length === 0) return <p className="hint">{words.today_none}</p>;
  return (
    <table className="figures figures--narrow">
      <caption>{words.today}</caption>
      <thead>
        <tr>
          <th scope="col">{words.reason}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {today.map(({ reason, label, count }) => (
          <tr key={reason}>
            <th scope="row">{label ?? reason}</th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Supervisor({ api, round, onClose }: SupervisorProps) {
  const [own, setOwn] = useState(0);
  const [notice, setNotice] = useState("");
  const remote = useRemote(() => api.supervision(), `${round}:${own}`);
  const release = (id: string): void => {
    api
      .release(id)
      .then(
        () => setNotice(words.released),
        () => setNotice(texts.queue.failed),
      )
      .finally(() => setOwn((count) => count + 1));
  };
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <p role="status" className={notice ? "hint" : "visually-hidden"}>
        {notice}
      </p>
      <RemoteNotice remote={remote} />
      {remote.data && (
        <>
          <Teams teams={remote.data.teams} />
          <Advisors advisors={remote.data.advisors} onRelease={release} />
          <Today today={remote.data.today} />
        </>
      )}
    </Dialog>
  );
}
