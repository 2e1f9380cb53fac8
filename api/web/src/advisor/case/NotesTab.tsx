/** What advisors write to each other; nothing of it is ever shown to the person. */
import { useState } from "react";
import { texts } from "../../texts";
import { newId } from "../../transport/ids";
import type { CaseApi, CaseView } from "../../wire/case";
import { Button } from "../../ui/Button";
import { NoteField } from "../../ui/NoteField";
import { useAct } from "./useAct";

interface NotesTabProps {
  api: CaseApi;
  opened: CaseView;
  onChanged: () => void;
}

const when = new Intl.DateTimeFormat("fi-FI", { dateStyle: "short", timeStyle: "short" });

export function NotesTab({ api, opened, onChanged }: NotesTabProps) {
  const [draft, setDraft] = useState(() => ({ id: newId(), text: "" }));
  const { run, problem } = useAct(texts.case.note_failed);
  const save = (): void => {
    if (draft.text.trim() === "") return;
    run(api.addNote(opened.id, draft.id, draft.text.trim()), () => {
      setDraft({ id: newId(), text: "" });
      onChanged();
    });
  };
  return (
    <div className="notes">
      <p className="remark notes__hint">{texts.case.notes_hint}</p>
      <NoteField
        label={texts.case.note}
        value={draft.text}
        onChange={(text) => setDraft((before) => ({ ...before, text }))}
      />
      {problem}
      <Button onClick={save} disabled={draft.text.trim() === ""}>
        {texts.case.note_save}
      </Button>
      {opened.notes.length === 0 && <p className="hint">{texts.case.notes_none}</p>}
      <ul className="notes__list">
        {[...opened.notes].reverse().map((note) => (
          <li key={note.id}>
            <p className="message__meta">
              <strong>{note.by}</strong>
              <time dateTime={note.at}>{when.format(new Date(note.at))}</time>
            </p>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

