/** What was promised, as a to-do list: the first due first, ticked off, put off, or taken up in the same chat. */
import { IconPhone } from "suomifi-icons";
import { useState } from "react";
import { fill, texts } from "../../texts";
import { Refused } from "../../wire/http";
import type { CaseApi, FollowUp } from "../../wire/case";
import { Button } from "../../ui/Button";
import { Labelled } from "../../ui/Labelled";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";

interface FollowUpsProps {
  api: CaseApi;
  /** Changes whenever the list may have changed at the server. */
  round: string | number;
  onOpen: (conversation: string) => void;
}

const dayFormat = new Intl.DateTimeFormat("fi-FI", { weekday: "short", day: "numeric", month: "numeric" });

function dueText({ due, overdue }: FollowUp): string {
  const day = new Date(due);
  if (day.toDateString() === new Date().toDateString()) return texts.follow_ups.today;
  return overdue ? `${texts.follow_ups.late} · ${dayFormat.format(day)}` : dayFormat.format(day);
}

interface ItemProps {
  item: FollowUp;
  onTake: () => void;
  onDone: () => void;
  onPutOff: (day: string) => void;
}

function Item({ item, onTake, onDone, onPutOff }: ItemProps) {
  const [moving, setMoving] = useState(false);
  const said = item.text || texts.follow_ups.kinds[item.kind];
  return (
    <li className={item.overdue ? "to-do to-do--late" : "to-do"}>
      <input
        type="checkbox"
        className="step__done"
        aria-label={fill(texts.follow_ups.done_label, { text: said })}
        checked={false}
        onChange={onDone}
      />
      <div className="to-do__what">
        <p className="to-do__top">
          <strong>{dueText(item)}</strong>
          <span>{texts.follow_ups.kinds[item.kind]}</span>
          {item.municipality && <span>{item.municipality}</span>}
          {!item.mine && <span className="fact__tag">{texts.follow_ups.of_team}</span>}
        </p>
        {item.text && <p>{item.text}</p>}
        <p className="hint">
          {item.contact ? (
            <>
              <IconPhone aria-hidden="true" /> {fill(texts.follow_ups.contact, { contact: item.contact })}
            </>
          ) : (
            texts.follow_ups.in_chat
          )}
        </p>
        {moving && (
          <Labelled label={texts.follow_ups.new_day}>
            {(tied) => (
              <input
                {...tied}
                type="date"
                className="field plan__day"
                onChange={(event) => {
                  if (!event.target.value) return;
                  setMoving(false);
                  onPutOff(event.target.value);
                }}
              />
            )}
          </Labelled>
        )}
      </div>
      <div className="to-do__acts">
        <Button onClick={onTake}>{texts.follow_ups.take}</Button>
        <Button
          look="quiet"
          aria-expanded={moving}
          aria-label={fill(texts.follow_ups.put_off_label, { text: said })}
          onClick={() => setMoving((before) => !before)}
        >
          {texts.follow_ups.put_off}
        </Button>
      </div>
    </li>
  );
}

export function FollowUps({ api, round, onOpen }: FollowUpsProps) {
  const list = useRemote(() => api.followUps(), round);
  const [problem, setProblem] = useState("");
  const act = (done: Promise<unknown>): void => {
    done.then(
      () => {
        setProblem("");
        list.reload();
      },
      (error: unknown) => {
        const taken = error instanceof Refused && error.code === "already_claimed";
        setProblem(taken ? texts.follow_ups.already : texts.follow_ups.failed);
        list.reload();
      },
    );
  };
  const items = list.data?.items ?? [];
  return (
    <section className="to-dos">
      <h2>
        {texts.follow_ups.title} <span className="badge">{items.length}</span>
      </h2>
      <RemoteNotice remote={list} />
      <p role="alert" className="field-error">
        {problem}
      </p>
      {list.data && items.length === 0 && <p className="hint">{texts.follow_ups.none}</p>}
      <ul>
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            onDone={() => act(api.followUpDone(item.id))}
            onPutOff={(day) => act(api.putOff(item.id, day))}
            onTake={() => act(api.takeUp(item.id).then(({ conversation }) => onOpen(conversation)))}
          />
        ))}
      </ul>
    </section>
  );
}
