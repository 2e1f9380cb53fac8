/** Asks once before another model reads, and why when it scores lower. */
import { useState } from "react";
import { Problem } from "../../staff/account/Problem";
import { fill, texts } from "../../texts";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { NoteField } from "../../ui/NoteField";
import { useDoing } from "../drafts/useDoing";
import { explained, modelName, said } from "./said";
import type { LearningApi, Model } from "./wire";

interface ActivationProps {
  api: LearningApi;
  model: Model;
  onClose: () => void;
  onActivated: () => void;
}

const words = said.activation;

export function Activation({ api, model, onClose, onActivated }: ActivationProps) {
  const [reason, setReason] = useState("");
  const { busy, problem, start } = useDoing(undefined, explained);
  const needsReason = model.lower !== false;
  const activate = (): void =>
    start(
      () => api.activate(model.id, reason.trim()),
      () => {
        onActivated();
        onClose();
      },
    );
  const footer = (
    <>
      <Button look="primary" disabled={busy} onClick={activate}>
        {words.confirm}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={fill(words.title, { model: modelName(model) })} onClose={onClose} footer={footer}>
      <p>{words.text}</p>
      {needsReason && <NoteField label={words.reason} hint={words.lower} value={reason} onChange={setReason} />}
      <Problem text={problem} />
    </Dialog>
  );
}
