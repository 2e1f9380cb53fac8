/** One line of the log: who, when, what, and for one's own messages how far it has got. */
import { IconHistory, IconErrorFilled, IconCheck } from "suomifi-icons";
import type { ReactNode } from "react";
import type { Entry } from "../transport/outbox";
import { texts } from "../texts";
import { unbroken } from "../texts/sentences";
import type { Author, Message } from "../wire/messages";
import { Button } from "../ui/Button";

const clock = new Intl.DateTimeFormat("fi-FI", { hour: "2-digit", minute: "2-digit" });

function Speaker({ from, name }: { from: Author; name?: string }) {
  if (from === "visitor") return <span className="visually-hidden">{texts.chat.you}</span>;
  const [shown, role] =
    from === "advisor"
      ? [name ?? texts.chat.advisor, texts.chat.advisor_role]
      : [texts.chat.bot, texts.chat.bot_role];
  return (
    <span className="message__who">
      <strong>{shown}</strong> <span>{role}</span>
    </span>
  );
}

/** Controls change when they are used; what they offer is announced once, outside the log. */
const ANNOUNCED_APART = new Set(["question", "confirm", "choices"]);

interface MessageItemProps {
  message: Message;
  follows: boolean;
  children?: ReactNode;
}

export function MessageItem({ message, follows, children }: MessageItemProps) {
  const { from, text, at } = message;
  if (from === "system") {
    return (
      <li className="message message--system" data-seq={message.seq}>
        <p>{unbroken(text)}</p>
        {children}
      </li>
    );
  }
  return (
    <li className={`message message--${from}${follows ? " message--follows" : ""}`} data-seq={message.seq}>
      <div className="message__meta">
        <Speaker from={from} name={message.name} />
        <time dateTime={at}>{clock.format(new Date(at))}</time>
      </div>
      {text !== "" && message.payload?.kind !== "link" && <p className="message__text">{unbroken(text)}</p>}
      {children && (
        <div className="message__payload" aria-live={ANNOUNCED_APART.has(message.payload?.kind ?? "") ? "off" : undefined}>
          {children}
        </div>
      )}
    </li>
  );
}

interface OwnItemProps {
  entry: Entry;
  onResend: () => void;
  onDiscard: () => void;
}

const STATUS = {
  pending: { text: texts.chat.pending, icon: <IconHistory aria-hidden="true" /> },
  sent: { text: texts.chat.sent, icon: <IconCheck aria-hidden="true" /> },
  failed: { text: texts.chat.failed, icon: <IconErrorFilled aria-hidden="true" /> },
  refused: { text: texts.chat.refused, icon: <IconErrorFilled aria-hidden="true" /> },
};

/** A message of one's own that the server has not shown back yet. */
export function OwnItem({ entry, onResend, onDiscard }: OwnItemProps) {
  const { text, icon } = STATUS[entry.delivery];
  const stuck = entry.delivery === "failed" || entry.delivery === "refused";
  return (
    <li className={`message message--visitor message--${entry.delivery}`}>
      <Speaker from="visitor" />
      <p className="message__text">{entry.label}</p>
      <p className="message__delivery">
        {icon} {text}
      </p>
      {stuck && (
        <div className="options options--end">
          <Button onClick={onResend}>{texts.chat.resend}</Button>
          <Button look="quiet" onClick={onDiscard}>
            {texts.chat.discard}
          </Button>
        </div>
      )}
    </li>
  );
}
