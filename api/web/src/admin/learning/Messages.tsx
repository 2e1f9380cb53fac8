/** Messages that were not understood or were put right, those that wait for somebody first. */
import { useState } from "react";
import { Problem } from "../../staff/account/Problem";
import { moment } from "../../staff/account/moment";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { useDoing } from "../drafts/useDoing";
import type { FactWords } from "../wire/catalogue";
import { explained, said } from "./said";
import { Teach } from "./Teach";
import type { LearningApi, Misread } from "./wire";

interface MessagesProps {
  api: LearningApi;
  facts: readonly FactWords[];
}

export function Messages({ api, facts }: MessagesProps) {
  const remote = useRemote(api.messages, "");
  const [teaching, setTeaching] = useState<Misread | null>(null);
  const { busy, problem, start } = useDoing(remote.reload, explained);
  const items = remote.data?.items ?? [];
  const settled = items.filter(({ state }) => state !== null);
  const settle = (message: Misread, state: "dismissed" | null): void =>
    start(() => api.settle(message, state), remote.reload);
  const rows = (shown: Misread[]) => (
    <ul className="learning-messages">
      {shown.map((one) => (
        <Item
          key={`${one.conversation}/${String(one.seq)}`}
          message={one}
          facts={facts}
          busy={busy}
          onTeach={setTeaching}
          onSettle={settle}
        />
      ))}
    </ul>
  );
  return (
    <section className="stack__part">
      <p>{said.messages.intro}</p>
      <RemoteNotice remote={remote} />
      <Problem text={problem} />
      {remote.data && settled.length === items.length && <p>{said.messages.none}</p>}
      {rows(items.filter(({ state }) => state === null))}
      {settled.length > 0 && (
        <details className="stack__part">
          <summary>{fill(said.messages.settled, { n: settled.length })}</summary>
          {rows(settled)}
        </details>
      )}
      {remote.data && remote.data.withheld > 0 && (
        <p className="hint">{fill(said.messages.withheld, { n: remote.data.withheld })}</p>
      )}
      {teaching && (
        <Teach api={api} facts={facts} from={teaching} onClose={() => setTeaching(null)} onTaught={remote.reload} />
      )}
    </section>
  );
}

interface ItemProps {
  message: Misread;
  facts: readonly FactWords[];
  busy: boolean;
  onTeach: (message: Misread) => void;
  onSettle: (message: Misread, state: "dismissed" | null) => void;
}

function Item({ message, facts, busy, onTeach, onSettle }: ItemProps) {
  const { mayEdit } = useAdmin();
  const fact = facts.find(({ id }) => id === message.fact)?.label ?? message.fact;
  const words = said.messages;
  return (
    <li className="learning-message">
      <p>
        <span className="tag">{words.kinds[message.kind]}</span>
        {message.state && <span className="tag">{words.states[message.state]}</span>}
        <span className="hint">{moment(message.at)}</span>
      </p>
      {message.question && (
        <p className="learning-message__question">
          <span className="hint">{words.question}</span> {message.question}
        </p>
      )}
      <blockquote className="learning-message__text">{message.text}</blockquote>
      {fact && <p>{fill(words.corrected_fact, { fact })}</p>}
      {mayEdit && (
        <div className="stack__tools">
          <Button disabled={busy} onClick={() => onTeach(message)}>
            {words.teach}
          </Button>
          <Button
            look="quiet"
            disabled={busy}
            onClick={() => onSettle(message, message.state === null ? "dismissed" : null)}
          >
            {message.state === null ? words.dismiss : words.reopen}
          </Button>
        </div>
      )}
    </li>
  );
}
