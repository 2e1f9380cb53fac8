/** The log of the conversation: announced politely as it grows, and kept at its newest message. */
import { useEffect, useRef, useState, type RefObject } from "react";
import type { Snapshot } from "../transport/session";
import { texts } from "../texts";
import type { Suggestion } from "../wire/suggestion";
import { Arrivals } from "./arrivals";
import { answerTo, openQuestion } from "./dialogue";
import { MessageItem, OwnItem } from "./MessageItem";
import { PayloadView, type PayloadActions } from "./PayloadView";
import { Typing } from "./Typing";

interface MessageLogProps {
  snapshot: Snapshot;
  suggestion: Suggestion | null;
  actions: PayloadActions;
  onResend: (clientId: string) => void;
  onDiscard: (clientId: string) => void;
}

/** Brings what is new into view: its beginning when it is taller than the view, else its end. */
function reveal(list: HTMLElement, from: number): void {
  const view = list.parentElement;
  const first = list.children.item(from);
  const last = list.lastElementChild;
  if (!view || !first || !last) return;
  const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  if (height > view.clientHeight) first.scrollIntoView({ block: "start" });
  else last.scrollIntoView({ block: "end" });
}

/** What stood at the lower edge stays there when a panel or the keyboard takes room from the log. */
function useSteadyEnd(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = list.current?.parentElement;
    if (!view || typeof ResizeObserver === "undefined") return undefined;
    let height = view.clientHeight;
    const observer = new ResizeObserver(() => {
      view.scrollTop += Math.max(0, height - view.clientHeight);
      height = view.clientHeight;
    });
    observer.observe(view);
    return () => observer.disconnect();
  }, [list]);
}

export function MessageLog({ snapshot, suggestion, actions, onResend, onDiscard }: MessageLogProps) {
  const { messages, outbox, typing, phase } = snapshot;
  const list = useRef<HTMLOListElement>(null);
  const arrivals = useRef(new Arrivals());
  useSteadyEnd(list);
  const [live, setLive] = useState(false);
  const open = openQuestion(snapshot);
  const count = messages.length + outbox.length;
  const own = outbox.length > 0 || messages.at(-1)?.from === "visitor";
  useEffect(() => {
    const from = arrivals.current.shownFrom(count, own, performance.now());
    if (list.current && from !== null) reveal(list.current, from);
  }, [count, own, typing, suggestion]);
  useEffect(() => {
    if (phase !== "ready") return;
    const timer = setTimeout(() => setLive(true), 500);
    return () => clearTimeout(timer);
  }, [phase]);
  return (
    <div
      className="log"
      role="log"
      tabIndex={0}
      aria-live={live ? "polite" : "off"}
      aria-relevant="additions"
      aria-label={texts.chat.log}
    >
      <ol ref={list} className="log__list">
        {messages.map((message, index) => (
          <MessageItem
            key={message.seq}
            message={message}
            follows={messages[index - 1]?.from === message.from}
          >
            {message.payload && (
              <PayloadView
                message={message}
                open={message.seq === open || (message.payload.kind === "handoff" && index === messages.length - 1)}
                answer={answerTo(messages, message.seq)}
                suggestion={suggestion}
                actions={actions}
              />
            )}
          </MessageItem>
        ))}
        {outbox.map((entry) => (
          <OwnItem
            key={entry.client_id}
            entry={entry}
            onResend={() => onResend(entry.client_id)}
            onDiscard={() => onDiscard(entry.client_id)}
          />
        ))}
        {typing && <Typing from={typing} />}
      </ol>
    </div>
  );
}
