/** One line of a transcript as the advisor reads it: the visitor on the left, oneself on the right. */
import { Answered } from "../chat/Answered";
import { answerTo } from "../chat/dialogue";
import { SentLink } from "../chat/SentLink";
import { SentService } from "../chat/SentService";
import { texts } from "../texts";
import { unbroken } from "../texts/sentences";
import type { Message } from "../wire/messages";

const clock = new Intl.DateTimeFormat("fi-FI", { hour: "2-digit", minute: "2-digit" });

function speaker(message: Message): string {
  if (message.from === "visitor") return texts.advisor.visitor;
  if (message.from === "advisor") return message.name ?? texts.chat.advisor;
  return `${texts.chat.bot}, ${texts.chat.bot_role}`;
}

function Attached({ message, messages }: TranscriptItemProps) {
  const { payload } = message;
  if (payload?.kind === "service") return <SentService payload={payload} />;
  if (payload?.kind === "link") return <SentLink payload={payload} />;
  if (payload?.kind !== "question" && payload?.kind !== "confirm" && payload?.kind !== "choices") return null;
  return <Answered payload={payload} answer={answerTo(messages, message.seq)} />;
}

interface TranscriptItemProps {
  message: Message;
  messages: readonly Message[];
}

export function TranscriptItem({ message, messages }: TranscriptItemProps) {
  if (message.from === "system") {
    return (
      <li className="message message--system">
        <p>{unbroken(message.text)}</p>
      </li>
    );
  }
  return (
    <li className={`message transcript transcript--${message.from}`}>
      <div className="message__meta">
        <strong>{speaker(message)}</strong>
        <time dateTime={message.at}>{clock.format(new Date(message.at))}</time>
      </div>
      {message.payload?.kind !== "link" && (
        <p className="message__text">
          {message.withheld ? <em className="hint">{texts.advisor.not_shared}</em> : unbroken(message.text)}
        </p>
      )}
      <div className="message__payload">
        <Attached message={message} messages={messages} />
      </div>
    </li>
  );
}
