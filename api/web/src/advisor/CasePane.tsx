/** The middle pane: the whole transcript, who said what, and the box to answer in. */
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { OwnItem } from "../chat/MessageItem";
import { fill, texts } from "../texts";
import { newId } from "../transport/ids";
import type { AdvisorApi } from "../wire/advisor";
import type { CaseApi, CaseView } from "../wire/case";
import { Button } from "../ui/Button";
import { useNoFiles } from "../ui/useNoFiles";
import { useRemote } from "../ui/useRemote";
import { useTypingSignal } from "../ui/useTypingSignal";
import { CloseDialog } from "./case/CloseDialog";
import { LinkDialog } from "./case/LinkDialog";
import { ReplyBox } from "./case/ReplyBox";
import { replyLine } from "./replies";
import { TranscriptItem } from "./TranscriptItem";

interface CasePaneProps {
  api: AdvisorApi;
  cases: CaseApi;
  opened: CaseView;
  /** The advisor's own name, for the ready replies. */
  name: string;
  /** True while the person is writing. */
  typing: boolean;
  dialog: "close" | "link" | null;
  onDialog: (dialog: "close" | "link" | null) => void;
  onChanged: () => void;
  onClosed: () => void;
  onRelease: () => void;
  onTransfer: () => void;
  onBack: () => void;
}

/** The one fact that is answered with a municipality. */
function homeOf({ facts }: CaseView): string | null {
  return facts.find(({ control, status }) => control === "municipality" && status === "known")?.value_label ?? null;
}

function Head({ opened, onDialog, onRelease, onTransfer, onBack }: CasePaneProps) {
  return (
    <header className="case__head">
      <Button look="quiet" className="case__back" onClick={onBack}>
        {texts.advisor.back}
      </Button>
      <div className="case__who">
        <h1>{fill(texts.advisor.who, { place: homeOf(opened) ?? texts.advisor.unknown_place })}</h1>
        <p className="case__contact">
          {opened.contact ? fill(texts.advisor.contact, { contact: opened.contact }) : texts.advisor.no_contact}
        </p>
      </div>
      <div className="case__acts" role="group" aria-label={texts.case.actions}>
        <Button look="quiet" onClick={onTransfer}>
          {texts.transfer.open}
        </Button>
        <Button look="quiet" onClick={onRelease}>
          {texts.advisor.release}
        </Button>
        <Button onClick={() => onDialog("close")}>{texts.advisor.close}</Button>
      </div>
    </header>
  );
}

export function CasePane(props: CasePaneProps) {
  const { api, cases, opened, name, typing, dialog, onDialog, onChanged } = props;
  const [line] = useState(() => replyLine(api, opened.id));
  const entries = useSyncExternalStore(line.subscribe, line.entries);
  const replies = useRemote(() => cases.replies(), "replies");
  const [noFiles] = useNoFiles(texts.files.advisor);
  const end = useRef<HTMLLIElement>(null);
  const { messages } = opened;
  const settle = useEffectEvent(() => line.settle(messages));
  const count = messages.length;
  useEffect(() => {
    settle();
    end.current?.scrollIntoView({ block: "end" });
  }, [count, entries, typing]);
  const told = useEffectEvent(onChanged);
  useEffect(() => line.onSent(() => told()), [line]);
  const signal = useTypingSignal((on) => api.typing(opened.id, on));
  const send = (text: string): void => {
    signal.stop();
    line.send(text);
  };
  return (
    <main className="case">
      <Head {...props} />
      <div className="log" role="log" tabIndex={0} aria-label={texts.advisor.conversation}>
        <ol className="log__list">
          {messages.map((message) => (
            <TranscriptItem key={message.seq} message={message} messages={messages} />
          ))}
          {entries.map((entry) => (
            <OwnItem
              key={entry.client_id}
              entry={entry}
              onResend={() => line.resend(entry.client_id)}
              onDiscard={() => line.discard(entry.client_id)}
            />
          ))}
          {typing && <li className="case__typing hint">{texts.case.typing}</li>}
          <li ref={end} aria-hidden="true" />
        </ol>
      </div>
      <div className="chat__foot">
        {noFiles && (
          <p role="alert" className="offline">
            {noFiles}
          </p>
        )}
        <ReplyBox
          replies={replies.data?.items ?? []}
          fields={replies.data?.fields ?? []}
          known={{ neuvoja: name, kunta: homeOf(opened), nimi: null }}
          onSend={send}
          onTyping={signal.tell}
        />
        <Button look="quiet" className="case__link" onClick={() => onDialog("link")}>
          {texts.case.send_link}
        </Button>
      </div>
      {dialog === "link" && (
        <LinkDialog
          onSend={(title, url) => cases.send(opened.id, newId(), { kind: "link", title, url }).then(onChanged)}
          onClose={() => onDialog(null)}
        />
      )}
      {dialog === "close" && (
        <CloseDialog
          api={cases}
          conversation={opened.id}
          nextCheckIn={opened.plan.content.next_check_in}
          onClosed={() => {
            onDialog(null);
            props.onClosed();
          }}
          onClose={() => onDialog(null)}
        />
      )}
    </main>
  );
}
