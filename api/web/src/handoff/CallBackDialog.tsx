/** Asks to be contacted instead of waiting; nobody has to use a phone. */
import { Checkbox, InlineAlert, TextInput } from "suomifi-ui-components";
import { useState } from "react";
import { fill, texts } from "../texts";
import type { VisitorApi } from "../wire/visitor";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

interface CallBackDialogProps {
  api: VisitorApi;
  hours: string;
  contact: string | null;
  onAsked: () => void;
  onClose: () => void;
}

export function CallBackDialog({ api, hours, contact: known, onAsked, onClose }: CallBackDialogProps) {
  const [contact, setContact] = useState(known ?? "");
  const [noPhone, setNoPhone] = useState(false);
  const [state, setState] = useState<"asking" | "sending" | "failed">("asking");
  const send = (): void => {
    setState("sending");
    api.callBack(contact.trim() || undefined, !noPhone).then(onAsked, () => setState("failed"));
  };
  const footer = (
    <>
      <Button look="primary" disabled={state === "sending"} onClick={send}>
        {texts.waiting.callback_send}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={texts.waiting.callback_ask_title} onClose={onClose} footer={footer}>
      <p>{fill(texts.waiting.callback_ask_text, { hours })}</p>
      <TextInput
        labelText={texts.handoff.contact}
        hintText={texts.handoff.contact_hint_closed}
        optionalText={texts.handoff.optional}
        fullWidth
        value={contact}
        onChange={(value) => setContact(String(value ?? ""))}
      />
      <Checkbox checked={noPhone} onClick={({ checkboxState }) => setNoPhone(checkboxState)}>
        {texts.waiting.no_phone}
      </Checkbox>
      {state === "failed" && (
        <div role="alert">
          <InlineAlert status="error">{texts.waiting.failed}</InlineAlert>
        </div>
      )}
    </Dialog>
  );
}
