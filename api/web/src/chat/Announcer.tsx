/** Says once, to those who listen, what can be answered to the newest question. */
import { fill, texts } from "../texts";
import type { Message, Payload } from "../wire/messages";

function announcement(payload: Payload | null | undefined): string {
  if (payload?.kind !== "question" && payload?.kind !== "confirm" && payload?.kind !== "choices") return "";
  if (payload.options.length === 0) return texts.chat.controls_ready;
  return fill(texts.chat.options_ready, { options: payload.options.map(({ label }) => label).join(", ") });
}

export function Announcer({ messages, open }: { messages: readonly Message[]; open: number | null }) {
  const payload = messages.find((message) => message.seq === open)?.payload;
  return (
    <p className="visually-hidden" role="status">
      {announcement(payload)}
    </p>
  );
}
