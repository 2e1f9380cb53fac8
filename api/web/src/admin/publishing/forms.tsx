/** The steps of publishing as forms: handing over, approving, giving back. */
import { useState, type ReactNode, type SyntheticEvent } from "react";
import { Problem } from "../../staff/account/Problem";
import { Button } from "../../ui/Button";
import type { Draft, DraftsApi, Published } from "../wire/drafting";
import { said, today } from "../drafts/said";
import { useDoing } from "../drafts/useDoing";
import { DayField, NoteField } from "./DayAndNote";

interface StepProps {
  api: DraftsApi;
  draft: Draft;
  onChanged: () => void;
}

interface StepFormProps {
  title: string;
  text?: string;
  act: string;
  look: "primary" | "secondary";
  busy: boolean;
  problem: string | null;
  onSubmit: () => void;
  children: ReactNode;
}

function StepForm({ title, text, act, look, busy, problem, onSubmit, children }: StepFormProps) {
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="panel" onSubmit={submit}>
      <h3>{title}</h3>
      {text && <p>{text}</p>}
      {children}
      <Problem text={problem} />
      <Button type="submit" look={look} disabled={busy}>
        {act}
      </Button>
    </form>
  );
}

export function SubmitForm({ api, draft, onChanged }: StepProps) {
  const [note, setNote] = useState(draft.note);
  const { start, busy, problem } = useDoing(onChanged);
  const words = said.publishing;
  return (
    <StepForm
      title={words.submit_title}
      text={words.submit_text}
      act={words.submit}
      look="primary"
      busy={busy}
      problem={problem}
      onSubmit={() => start(() => api.submit(draft, note.trim()), onChanged)}
    >
      <NoteField label={words.note} hint={words.note_hint} value={note} onChange={setNote} />
    </StepForm>
  );
}

export function PublishForm({ api, draft, onChanged, onPublished }: StepProps & { onPublished: (as: Published) => void }) {
  const [from, setFrom] = useState(today);
  const [note, setNote] = useState(draft.note);
  const { start, busy, problem } = useDoing(onChanged);
  const words = said.publishing;
  return (
    <StepForm
      title={words.publish_title}
      text={words.publish_text}
      act={words.publish}
      look="primary"
      busy={busy}
      problem={problem}
      onSubmit={() => start(() => api.publish(draft, from, note.trim()), onPublished)}
    >
      <DayField value={from} onChange={setFrom} />
      <NoteField label={words.publish_note} value={note} onChange={setNote} />
    </StepForm>
  );
}

export function ReturnForm({ api, draft, onChanged }: StepProps) {
  const [note, setNote] = useState("");
  const { start, busy, problem, say } = useDoing(onChanged);
  const words = said.publishing;
  const giveBack = (): void => {
    if (note.trim() === "") say(words.return_needed);
    else start(() => api.giveBack(draft.id, note.trim()), onChanged);
  };
  return (
    <StepForm
      title={words.return_title}
      act={words.return}
      look="secondary"
      busy={busy}
      problem={problem}
      onSubmit={giveBack}
    >
      <NoteField label={words.return_note} value={note} onChange={setNote} />
    </StepForm>
  );
}
