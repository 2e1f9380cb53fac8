/** What stands under a message's text: open controls, answered options, numbers, the result or the hand-off. */
import type { Answer } from "../controls/answers";
import { texts } from "../texts";
import type { HandoffPayload, Message, Offer, Outgoing, Payload } from "../wire/messages";
import type { Suggestion } from "../wire/suggestion";
import { Button } from "../ui/Button";
import { Answered } from "./Answered";
import { Experience } from "./Experience";
import type { Leave } from "./Leave";
import { Question } from "./Question";
import { ResultCard } from "./ResultCard";
import { SentLink } from "./SentLink";
import { SentService } from "./SentService";
import { Urgent } from "./Urgent";

export interface PayloadActions {
  send: (outgoing: Outgoing, label: string) => void;
  openResult: () => void;
  openHandoff: () => void;
  openErase: () => void;
  openPlan: () => void;
  takeService: (service: string) => void;
  tellExperience: (rating: number | undefined, text: string | undefined) => Promise<unknown>;
  joiner: Leave | null;
}

interface PayloadViewProps {
  message: Message;
  open: boolean;
  answer: string | null;
  suggestion: Suggestion | null;
  actions: PayloadActions;
}

function asOutgoing({ choices, seen }: Answer): Outgoing {
  const [only] = choices;
  if (seen === undefined && only && choices.length === 1) return { choice: only };
  return seen === undefined ? { choices } : { choices, seen_facts: seen };
}

function offered(offer: Offer): Outgoing {
  if (offer.command) return { command: offer.command };
  if (offer.fact && offer.forget) return { choice: { fact: offer.fact, forget: true } };
  if (offer.fact) return { choice: { fact: offer.fact, value: offer.value ?? null } };
  return { text: offer.label };
}

function take(offer: Offer, actions: PayloadActions): void {
  if (offer.command === "human") actions.openHandoff();
  else if (offer.command === "erase") actions.openErase();
  else actions.send(offered(offer), offer.label);
}

function Handoff({ payload, open, actions }: { payload: HandoffPayload; open: boolean; actions: PayloadActions }) {
  if (payload.state === "offered") {
    return open ? <Button onClick={actions.openHandoff}>{texts.handoff.open}</Button> : null;
  }
  return null;
}

export function PayloadView({ message, open, answer, suggestion, actions }: PayloadViewProps) {
  const payload: Payload | null = message.payload;
  switch (payload?.kind) {
    case undefined:
      return null;
    case "urgent":
      return <Urgent payload={payload} />;
    case "result":
      return <ResultCard suggestion={suggestion} onOpen={actions.openResult} />;
    case "handoff":
      return <Handoff payload={payload} open={open} actions={actions} />;
    case "service":
      return <SentService payload={payload} onTake={actions.takeService} />;
    case "link":
      return <SentLink payload={payload} />;
    case "plan":
      return <Button onClick={actions.openPlan}>{texts.plan.open}</Button>;
    case "experience":
      return <Experience seq={message.seq} send={actions.tellExperience} joiner={actions.joiner} />;
    case "corrected":
    case "answer":
      return null;
    case "question":
      if (!open) return <Answered payload={payload} answer={answer} />;
      return (
        <Question
          key={message.seq}
          payload={payload}
          onAnswer={(given) => actions.send(asOutgoing(given), given.label)}
          onSkip={() => actions.send({ command: "skip" }, texts.commands.skip)}
        />
      );
    case "confirm":
      if (!open) return <Answered payload={payload} answer={answer} />;
      return (
        <div className="options" role="group" aria-label={texts.question.options}>
          {payload.options.map(({ label, confirm }) => (
            <Button key={label} look="option" onClick={() => actions.send({ choice: { confirm } }, label)}>
              {label}
            </Button>
          ))}
        </div>
      );
    case "choices":
      if (!open) return <Answered payload={payload} answer={answer} />;
      return (
        <div className="options" role="group" aria-label={texts.question.options}>
          {payload.options.map((offer) => (
            <Button key={offer.label} look="option" onClick={() => take(offer, actions)}>
              {offer.label}
            </Button>
          ))}
        </div>
      );
  }
}
