/** Asks for a human: first what is shared, then, if one likes, a message and how to be reached. */
import { Checkbox, InlineAlert, TextInput, Textarea } from "suomifi-ui-components";
import { useState } from "react";
import { texts } from "../texts";
import type { HandoffAnswer, Share } from "../wire/suggestion";
import type { VisitorApi } from "../wire/visitor";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

interface HandoffDialogProps {
  api: VisitorApi;
  onAnswered: (answer: HandoffAnswer) => void;
  onClose: () => void;
}

const CATEGORIES = ["basic", "sensitive", "health"] as const;

export function HandoffDialog({ api, onAnswered, onClose }: HandoffDialogProps) {
  const [share, setShare] = useState<Share>({ basic: true, sensitive: false, health: false });
  const [message, setMessage] = useState("");
  const [contact, setContact] = useState("");
  const [state, setState] = useState<"asking" | "sending" | "failed" | { promised: string }>("asking");
  const send = (): void => {
    setState("sending");
    const request = { share, message: message.trim() || undefined, contact: contact.trim() || undefined };
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
        <p role="status">{state.promised}</p>
      </Dialog>
    );
  }
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
      <p>{texts.handoff.text}</p>
      <fieldset className="share">
        <legend>{texts.handoff.share}</legend>
        {CATEGORIES.map((category) => (
          <Checkbox
            key={category}
            checked={share[category]}
            hintText={texts.handoff[`${category}_hint`]}
            onClick={({ checkboxState }) => setShare((before) => ({ ...before, [category]: checkboxState }))}
          >
            {texts.handoff[category]}
          </Checkbox>
        ))}
      </fieldset>
      <Textarea
        labelText={texts.handoff.message}
        optionalText={texts.handoff.optional}
        fullWidth
        resize="vertical"
        onChange={(event) => setMessage(event.target.value)}
      />
      <TextInput
        labelText={texts.handoff.contact}
        hintText={texts.handoff.contact_hint}
        optionalText={texts.handoff.optional}
        fullWidth
        value={contact}
        onChange={(value) => setContact(String(value ?? ""))}
      />
      {state === "failed" && (
        <div role="alert">
          <InlineAlert status="error">{texts.handoff.failed}</InlineAlert>
        </div>
      )}
    </Dialog>
  );
}
