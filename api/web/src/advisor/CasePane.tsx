/** The middle pane: the whole transcript, who said what, and the box to answer in. */
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { Answered } from "../chat/Answered";
import { Composer } from "../chat/Composer";
import { answerTo } from "../chat/dialogue";
import { OwnItem } from "../chat/MessageItem";
import { fill, texts } from "../texts";
import type { AdvisorApi, Case } from "../wire/advisor";
import type { Message } from "../wire/messages";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { replyLine } from "./replies";
import { TranscriptItem } from "./TranscriptItem";
import { useTypingSignal } from "./useTypingSignal";

interface CasePaneProps {
  api: AdvisorApi;
  opened: Case;
  onChanged: () => void;
  onClosed: () => void;
  onRelease: () => void;
  onBack: () => void;
}

function Options({ message, messages }: { message: Message; messages: readonly Message[] }) {
  const { payload } = message;
  if (payload?.kind !== "question" && payload?.kind !== "confirm" && payload?.kind !== "choices") return null;
  return <Answered payload={payload} answer={answerTo(messages, message.seq)} />;
}

/** The one fact that is answered with a municipality. */
function homeOf({ facts }: Case): string {
  const home = facts.find(({ control, status }) => control === "municipality" && status === "known");
  return home?.value_label ?? texts.advisor.unknown_place;
}

export function CasePane({ api, opened, onChanged, onClosed, onRelease, onBack }: CasePaneProps) {
  const [closing, setClosing] = useState(false);
  const [line] = useState(() => replyLine(api, opened.id));
  const entries = useSyncExternalStore(line.subscribe, line.entries);
  const end = useRef<HTMLLIElement>(null);
  const { messages } = opened;
  const settle = useEffectEvent(() => line.settle(messages));
  const count = messages.length;
  useEffect(() => {
    settle();
    end.current?.scrollIntoView({ block: "end" });
  }, [count, entries]);
  const told = useEffectEvent(onChanged);
  useEffect(() => line.onSent(() => told()), [line]);
  const typing = useTypingSignal((on) => api.typing(opened.id, on));
  const send = (text: string): void => {
    typing.stop();
    line.send(text);
  };
  return (
    <main className="case">
      <header className="case__head">
        <Button look="quiet" className="case__back" onClick={onBack}>
          {texts.advisor.back}
        </Button>
        <div className="case__who">
          <h1>{fill(texts.advisor.who, { place: homeOf(opened) })}</h1>
          <p className="case__contact">
            {opened.contact ? fill(texts.advisor.contact, { contact: opened.contact }) : texts.advisor.no_contact}
          </p>
        </div>
        <Button look="quiet" onClick={onRelease}>
          {texts.advisor.release}
        </Button>
        <Button onClick={() => setClosing(true)}>{texts.advisor.close}</Button>
      </header>
      {/* The transcript scrolls, so it has to be reachable with the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="log" role="log" tabIndex={0} aria-label={texts.advisor.conversation}>
        <ol className="log__list">
          {messages.map((message) => (
            <TranscriptItem key={message.seq} message={message}>
              <Options message={message} messages={messages} />
            </TranscriptItem>
          ))}
          {entries.map((entry) => (
            <OwnItem
              key={entry.client_id}
              entry={entry}
              onResend={() => line.resend(entry.client_id)}
              onDiscard={() => line.discard(entry.client_id)}
            />
          ))}
          <li ref={end} aria-hidden="true" />
        </ol>
      </div>
      <div className="chat__foot">
        <Composer label={texts.advisor.reply} send={texts.advisor.send} onSend={send} onTyping={typing.tell} />
      </div>
      {closing && (
        <ConfirmDialog
          title={texts.advisor.close_title}
          text={texts.advisor.close_text}
          confirm={texts.advisor.close}
          failed={texts.advisor.failed}
          act={() => api.close(opened.id).then(onClosed)}
          onClose={() => setClosing(false)}
        />
      )}
    </main>
  );
}
