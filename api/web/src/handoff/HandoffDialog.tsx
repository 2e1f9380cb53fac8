/** Asks for a human: what is shared, and if one likes, a message and how to be reached. */
import { Checkbox, InlineAlert, TextInput, Textarea } from "suomifi-ui-components";
import { useState } from "react";
import { fill, texts } from "../texts";
import { unbroken } from "../texts/sentences";
import type { HandoffAnswer, Share } from "../wire/suggestion";
import type { VisitorApi } from "../wire/visitor";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { useRemote } from "../ui/useRemote";
import { Sharing } from "./Sharing";

interface HandoffDialogProps {
  api: VisitorApi;
  /** The service hours, when no advisor is there now. */
  closed?: string;
  onAnswered: (answer: HandoffAnswer) => void;
  onClose: () => void;
}

export function HandoffDialog({ api, closed, onAnswered, onClose }: HandoffDialogProps) {
  const [share, setShare] = useState<Share>({ basic: true, sensitive: false, health: false });
  const [message, setMessage] = useState("");
  const [contact, setContact] = useState("");
  const [noPhone, setNoPhone] = useState(false);
  const [state, setState] = useState<"asking" | "sending" | "failed" | { promised: string }>("asking");
  const [round, setRound] = useState(0);
  const preview = useRemote(() => api.waiting(), round);
  const remove = (fact: string): void => {
    api.removeFact(fact).then(
      () => setRound((count) => count + 1),
      () => setState("failed"),
    );
  };
  const send = (): void => {
    setState("sending");
    const request = { share, message: message.trim() || undefined, contact: contact.trim() || undefined, ...(noPhone && { phone_ok: false }) };
    api.handoff(request).then(
      (answer) => {
        onAnswered(answer);
        if (answer.state === "callback") setState({ promised: answer.text });
        else onClose();
      },
      () => setState("failed"),
    );
  };
  if (typeof state === "object") {
    return (
      <Dialog
        title={texts.handoff.callback}
        onClose={onClose}
        footer={
          <Button look="primary" onClick={onClose}>
            {texts.close}
          </Button>
        }
      >
        <p role="status">{unbroken(state.promised)}</p>
      </Dialog>
    );
  }
  const reach = (
    <TextInput
      key="contact"
      labelText={texts.handoff.contact}
      hintText={closed ? texts.handoff.contact_hint_closed : texts.handoff.contact_hint}
      optionalText={texts.handoff.optional}
      fullWidth
      value={contact}
      onChange={(value) => setContact(String(value ?? ""))}
    />
  );
  const footer = (
    <>
      <Button look="primary" disabled={state === "sending"} onClick={send}>
        {state === "sending" ? texts.handoff.sending : texts.handoff.send}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={texts.handoff.title} onClose={onClose} footer={footer}>
      <p>{closed ? fill(texts.handoff.text_closed, { hours: closed }) : texts.handoff.text}</p>
      {closed && reach}
      {closed && (
        <Checkbox checked={noPhone} onClick={({ checkboxState }) => setNoPhone(checkboxState)}>
          {texts.waiting.no_phone}
        </Checkbox>
      )}
      <Sharing share={share} preview={preview.data?.preview ?? null} onChange={setShare} onRemove={remove} />
      <Textarea
        labelText={texts.handoff.message}
        optionalText={texts.handoff.optional}
        fullWidth
        resize="vertical"
        onChange={(event) => setMessage(event.target.value)}
      />
      {!closed && reach}
      {state === "failed" && (
        <div role="alert">
          <InlineAlert status="error">{texts.handoff.failed}</InlineAlert>
        </div>
      )}
    </Dialog>
  );
}
