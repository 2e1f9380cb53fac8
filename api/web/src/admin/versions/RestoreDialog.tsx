/** Publishes the content of an older version again: from which day, and why. */
import { useState } from "react";
import { Problem } from "../../staff/account/Problem";
import { fill, texts } from "../../texts";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { NoteField } from "../../ui/NoteField";
import { said, today } from "../drafts/said";
import { useDoing } from "../drafts/useDoing";
import { DayField } from "../publishing/DayField";
import type { Published } from "../wire/drafting";
import type { VersionsApi } from "../wire/versions";

interface RestoreDialogProps {
  api: VersionsApi;
  version: number;
  onRestored: (as: Published) => void;
  onClose: () => void;
}

export function RestoreDialog({ api, version, onRestored, onClose }: RestoreDialogProps) {
  const [from, setFrom] = useState(today);
  const [note, setNote] = useState("");
  const { busy, problem, start } = useDoing();
  const footer = (
    <>
      <Button look="primary" disabled={busy} onClick={() => start(() => api.restore(version, from, note.trim()), onRestored)}>
        {said.versions.restore}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={fill(said.versions.restore_title, { version })} onClose={onClose} footer={footer}>
      <p>{fill(said.versions.restore_text, { version })}</p>
      <DayField value={from} onChange={setFrom} />
      <NoteField label={said.versions.restore_note} value={note} onChange={setNote} />
      <Problem text={problem} />
    </Dialog>
  );
}
