/** Sends a link with a name into the chat. */
import { useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Labelled } from "../../ui/Labelled";

interface LinkDialogProps {
  onSend: (title: string, url: string) => Promise<unknown>;
  onClose: () => void;
}

function secure(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}

export function LinkDialog({ onSend, onClose }: LinkDialogProps) {
  const [title, setTitle] = useState("");
  const [url, setUrl] = useState("");
  const [problem, setProblem] = useState("");
  const send = (): void => {
    if (title.trim() === "" || !secure(url.trim())) {
      setProblem(texts.case.link_wrong);
      return;
    }
    onSend(title.trim(), url.trim()).then(onClose, () => setProblem(texts.case.send_failed));
  };
  const footer = (
    <>
      <Button look="primary" onClick={send}>
        {texts.case.send_link}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={texts.case.send_link} onClose={onClose} footer={footer}>
      <Labelled label={texts.case.link_title}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Labelled>
      <Labelled label={texts.case.link_url}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            type="url"
            maxLength={500}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Labelled>
      <p role="alert" className="field-error">
        {problem}
      </p>
    </Dialog>
  );
}
