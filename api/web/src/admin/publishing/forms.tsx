/** The steps of publishing as forms: handing over, approving, giving back. */
import { useState, type ReactNode, type SyntheticEvent } from "react";
import { Problem } from "../../staff/account/Problem";
import { Button } from "../../ui/Button";
import { NoteField } from "../../ui/NoteField";
import type { Draft, DraftsApi, Published } from "../wire/drafting";
import { said, today } from "../drafts/said";
import { useDoing, type Doing } from "../drafts/useDoing";
import { DayField } from "./DayField";

const words = said.publishing;
const STEPS = {
  submit: { title: words.submit_title, text: words.submit_text, act: words.submit, look: "primary" },
  publish: { title: words.publish_title, text: words.publish_text, act: words.publish, look: "primary" },
  return: { title: words.return_title, text: null, act: words.return, look: "secondary" },
} as const;

interface StepProps {
  api: DraftsApi;
  draft: Draft;
  onChanged: () => void;
}

interface StepFormProps {
  step: keyof typeof STEPS;
  doing: Doing;
  onSubmit: () => void;
  children: ReactNode;
}

function StepForm({ step, doing, onSubmit, children }: StepFormProps) {
  const { title, text, act, look } = STEPS[step];
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="panel" onSubmit={submit}>
      <h3>{title}</h3>
      {text && <p>{text}</p>}
      {children}
      <Problem text={doing.problem} />
      <Button type="submit" look={look} disabled={doing.busy}>
        {act}
      </Button>
    </form>
  );
}

export function SubmitForm({ api, draft, onChanged }: StepProps) {
  const [note, setNote] = useState(draft.note);
  const doing = useDoing(onChanged);
  const submit = (): void => doing.start(() => api.submit(draft, note.trim()), onChanged);
  return (
    <StepForm step="submit" doing={doing} onSubmit={submit}>
      <NoteField label={words.note} hint={words.note_hint} value={note} onChange={setNote} />
    </StepForm>
  );
}

export function PublishForm({ api, draft, onChanged, onPublished }: StepProps & { onPublished: (as: Published) => void }) {
  const [from, setFrom] = useState(today);
  const [note, setNote] = useState(draft.note);
  const doing = useDoing(onChanged);
  const publish = (): void => doing.start(() => api.publish(draft, from, note.trim()), onPublished);
  return (
    <StepForm step="publish" doing={doing} onSubmit={publish}>
      <DayField value={from} onChange={setFrom} />
      <NoteField label={words.publish_note} value={note} onChange={setNote} />
    </StepForm>
  );
}

export function ReturnForm({ api, draft, onChanged }: StepProps) {
  const [note, setNote] = useState("");
  const doing = useDoing(onChanged);
  const giveBack = (): void => {
    if (note.trim() === "") doing.say(words.return_needed);
    else doing.start(() => api.giveBack(draft.id, note.trim()), onChanged);
  };
  return (
    <StepForm step="return" doing={doing} onSubmit={giveBack}>
      <NoteField label={words.return_note} value={note} onChange={setNote} />
    </StepForm>
  );
}
