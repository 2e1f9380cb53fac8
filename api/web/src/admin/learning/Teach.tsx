/** A window in which an editor makes an example: a message with its meaning, or a spoken form. */
import { useState, type SyntheticEvent } from "react";
import { Problem } from "../../staff/account/Problem";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { useDoing } from "../drafts/useDoing";
import type { FactWords } from "../wire/catalogue";
import { FormFields } from "./FormFields";
import { MessageFields } from "./MessageFields";
import { explained, said } from "./said";
import type { Content, LearningApi, Misread } from "./wire";

interface TeachProps {
  api: LearningApi;
  facts: readonly FactWords[];
  /** The message that it is made from; null for something of one's own. */
  from: Misread | null;
  kind?: Content["kind"];
  onClose: () => void;
  onTaught: () => void;
}

const KINDS = ["message", "form"] as const;
const words = said.teach;

const begun = (kind: Content["kind"], from: Misread | null): Content =>
  kind === "form"
    ? { kind, spoken: "", written: "" }
    : { kind, text: from?.text ?? "", asked: null, act: null, marks: [] };

export function Teach({ api, facts, from, kind = "message", onClose, onTaught }: TeachProps) {
  const [content, setContent] = useState(() => begun(kind, from));
  const { busy, problem, start } = useDoing(undefined, explained);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    start(
      () => api.teach(content, from),
      () => {
        onTaught();
        onClose();
      },
    );
  };
  return (
    <Dialog title={content.kind === "form" ? words.title_form : words.title_message} onClose={onClose} wide>
      <form className="stack" onSubmit={save}>
        {from && (
          <fieldset className="learning-kinds">
            <legend>{words.kind}</legend>
            {KINDS.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="kind"
                  checked={content.kind === one}
                  onChange={() => setContent(begun(one, from))}
                />
                {words.kinds[one]}
              </label>
            ))}
          </fieldset>
        )}
        {content.kind === "form" ? (
          <FormFields form={content} onChange={setContent} />
        ) : (
          <MessageFields said={content} facts={facts} onChange={setContent} />
        )}
        <Problem text={problem} />
        <div className="stack__tools">
          <Button type="submit" look="primary" disabled={busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
