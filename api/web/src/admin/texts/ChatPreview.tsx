/** An entry as the person sees it in the chat, in the chat's own parts; nothing in it can be pressed. */
import { MessageItem } from "../../chat/MessageItem";
import { Question } from "../../chat/Question";
import { SentService } from "../../chat/SentService";
import { Urgent } from "../../chat/Urgent";
import { fill } from "../../texts";
import said from "../../texts/desk_admin.json";
import { textOf } from "../editor/tree";
import type { Content } from "../wire/drafting";
import { bubble, numberOf, questionOf, serviceOf } from "./asSeen";

export const SHOWN_IN_CHAT = ["texts", "facts", "services", "numbers"];
const VARIANTS = ["fi", "selko", "sv", "en"];
const nothing = (): void => undefined;

interface ChatPreviewProps {
  collection: string;
  content: Content;
  /** Which variants of a text. */
  variants?: readonly string[];
}

export function ChatPreview({ collection, content, variants = VARIANTS }: ChatPreviewProps) {
  return (
    <div className="chat-preview" role="group" aria-label={said.texts.preview}>
      <p className="hint">{said.texts.preview}</p>
      <ol>
        {collection === "texts" &&
          variants
            .map((name) => textOf(content[name]))
            .filter((text) => text !== "")
            .map((text, place) => (
              <MessageItem key={place} message={bubble(fill(text, said.texts.samples))} follows={false} />
            ))}
        {collection === "facts" && (
          <MessageItem message={bubble(textOf(content.question_fi))} follows={false}>
            <div inert>
              <Question payload={questionOf(content)} onAnswer={nothing} onSkip={nothing} />
            </div>
            <p className="question__why">{textOf(content.help_fi)}</p>
          </MessageItem>
        )}
        {collection === "services" && (
          <MessageItem message={bubble("")} follows={false}>
            <SentService payload={serviceOf(content)} />
          </MessageItem>
        )}
        {collection === "numbers" && (
          <MessageItem message={bubble("")} follows={false}>
            <div inert>
              <Urgent payload={{ kind: "urgent", label: "", numbers: [numberOf(content)] }} />
            </div>
          </MessageItem>
        )}
      </ol>
    </div>
  );
}
