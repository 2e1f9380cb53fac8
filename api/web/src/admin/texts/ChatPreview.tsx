/** An entry as the person sees it in the chat, in the chat's own parts; nothing in it can be pressed. */
import { MessageItem } from "../../chat/MessageItem";
import { Question } from "../../chat/Question";
import { SentService } from "../../chat/SentService";
import { Urgent } from "../../chat/Urgent";
import { fill } from "../../texts";
import said from "../../texts/desk_admin.json";
import { textOf } from "../editor/tree";
import type { Content } from "../wire/drafting";
import { bubble, inSelko, numberOf, questionOf, serviceOf } from "./asSeen";

export const SHOWN_IN_CHAT = ["texts", "facts", "services", "numbers"];
const VARIANTS = ["fi", "selko", "sv", "en"];
const nothing = (): void => undefined;

interface ChatPreviewProps {
  collection: string;
  content: Content;
  /** Which variants of a text. */
  variants?: readonly string[];
}

/** Also in selkokieli, where a question or a service has a version in it. */
export function ChatPreview(props: ChatPreviewProps) {
  const easy = inSelko(props.content);
  return (
    <div className="chat-previews">
      <Preview {...props} title={said.texts.preview} />
      {easy && <Preview {...props} content={easy} title={said.texts.preview_selko} />}
    </div>
  );
}

function Preview({ collection, content, variants = VARIANTS, title }: ChatPreviewProps & { title: string }) {
  return (
    <div className="chat-preview" role="group" aria-label={title}>
      <p className="hint">{title}</p>
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
