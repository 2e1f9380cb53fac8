/** Ends a talk: how it ended, what was agreed, when one looks again, and who goes on. */
import { InlineAlert } from "suomifi-ui-components";
import { useId, useState } from "react";
import { texts } from "../../texts";
import { newId } from "../../transport/ids";
import type { CaseApi, ClosingForm, Code } from "../../wire/case";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Labelled } from "../../ui/Labelled";
import { NoteField } from "../../ui/NoteField";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";

interface CloseDialogProps {
  api: CaseApi;
  conversation: string;
  /** The card's next check-in, to begin the day of the follow-up from. */
  nextCheckIn: string | null;
  onClosed: () => void;
  onClose: () => void;
}

const WAYS = ["end", "assistant"] as const;

function Outcomes({ items, chosen, onPick }: { items: readonly Code[]; chosen: string; onPick: (id: string) => void }) {
  const name = useId();
  return (
    <fieldset className="radios radios--columns">
      <legend>{texts.closing.outcome}</legend>
      {items.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name={name} checked={chosen === id} onChange={() => onPick(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

export function CloseDialog({ api, conversation, nextCheckIn, onClosed, onClose }: CloseDialogProps) {
  const id = useId();
  const outcomes = useRemote(() => api.outcomes(), "outcomes");
  const [clientId] = useState(newId);
  const [form, setForm] = useState<Required<ClosingForm>>({
    outcome: "",
    agreed: "",
    follow_up_on: nextCheckIn ?? "",
    to: "end",
  });
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<ClosingForm>): void => setForm((before) => ({ ...before, ...part }));
  const close = (): void => {
    if (form.outcome === "") {
      setProblem(texts.closing.needed);
      return;
    }
    setBusy(true);
    const { agreed, follow_up_on: day, ...rest } = form;
    const said = { ...rest, ...(agreed.trim() && { agreed: agreed.trim() }), ...(day && { follow_up_on: day }) };
    api.close(conversation, clientId, said).then(onClosed, () => {
      setProblem(texts.closing.failed);
      setBusy(false);
    });
  };
  const footer = (
    <>
      <Button look="primary" disabled={busy} onClick={close}>
        {texts.closing.confirm}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={texts.closing.title} onClose={onClose} footer={footer}>
      <RemoteNotice remote={outcomes} />
      <Outcomes items={outcomes.data?.items ?? []} chosen={form.outcome} onPick={(outcome) => set({ outcome })} />
      <NoteField
        label={texts.closing.agreed}
        hint={texts.closing.agreed_hint}
        value={form.agreed}
        onChange={(agreed) => set({ agreed })}
      />
      <Labelled label={texts.closing.follow_up} hint={texts.closing.follow_up_hint}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            className="field plan__day"
            value={form.follow_up_on}
            onChange={(event) => set({ follow_up_on: event.target.value })}
          />
        )}
      </Labelled>
      <fieldset className="radios">
        <legend>{texts.closing.to}</legend>
        {WAYS.map((way) => (
          <label key={way}>
            <input type="radio" name={`${id}-to`} checked={form.to === way} onChange={() => set({ to: way })} />
            <span>
              {texts.closing[`to_${way}`]}
              <span className="hint">{texts.closing[`to_${way}_hint`]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {problem && (
        <div role="alert">
          <InlineAlert status="error">{problem}</InlineAlert>
        </div>
      )}
    </Dialog>
  );
}
