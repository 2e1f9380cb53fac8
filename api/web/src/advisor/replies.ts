/** An advisor's answers on their way: the same outbox and sender as the visitor's, one line per conversation. */
import { Outbox, type Entry } from "../transport/outbox";
import { Sender } from "../transport/sender";
import { browserStore, Slot } from "../transport/storage";
import type { AdvisorApi } from "../wire/advisor";
import type { Message } from "../wire/messages";

export interface ReplyLine {
  subscribe: (listener: () => void) => () => void;
  entries: () => readonly Entry[];
  onSent: (listener: () => void) => () => void;
  send: (text: string) => void;
  resend: (clientId: string) => void;
  discard: (clientId: string) => void;
  settle: (messages: readonly Message[]) => void;
}

class Listeners {
  private readonly all = new Set<() => void>();
  readonly add = (listener: () => void): (() => void) => {
    this.all.add(listener);
    return () => this.all.delete(listener);
  };
  tell(): void {
    for (const listener of this.all) listener();
  }
}

export function replyLine(api: AdvisorApi, conversation: string): ReplyLine {
  const changed = new Listeners();
  const sent = new Listeners();
  const outbox = new Outbox(new Slot(browserStore(), `replies.${conversation}`), () => changed.tell());
  const sender = new Sender(outbox, {
    post: (clientId, outgoing) => api.post(conversation, clientId, "text" in outgoing ? outgoing.text : ""),
    sent: () => sent.tell(),
    reached: () => undefined,
    gone: () => sent.tell(),
  });
  sender.kick();
  return {
    subscribe: changed.add,
    entries: () => outbox.entries,
    onSent: sent.add,
    send: (text) => {
      outbox.add({ text }, text);
      sender.kick();
    },
    resend: (clientId) => {
      outbox.mark(clientId, "pending");
      sender.kick();
    },
    discard: (clientId) => outbox.remove(clientId),
    settle: (messages) => outbox.settle(messages),
  };
}
