/** Asks once before something that cannot be taken back. */
import { InlineAlert } from "suomifi-ui-components";
import { useState } from "react";
import { texts } from "../texts";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

interface ConfirmDialogProps {
  title: string;
  text: string;
  confirm: string;
  failed: string;
  act: () => Promise<void>;
  onClose: () => void;
}

export function ConfirmDialog({ title, text, confirm, failed, act, onClose }: ConfirmDialogProps) {
  const [state, setState] = useState<"asking" | "acting" | "failed">("asking");
  const proceed = (): void => {
    setState("acting");
    act().then(onClose, () => setState("failed"));
  };
  const footer = (
    <>
      <Button look="danger" disabled={state === "acting"} onClick={proceed}>
        {confirm}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} footer={footer}>
      <p>{text}</p>
      {state === "failed" && (
        <div role="alert">
          <InlineAlert status="error">{failed}</InlineAlert>
        </div>
      )}
    </Dialog>
  );
}
