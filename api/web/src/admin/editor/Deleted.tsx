/** An entry that the draft takes away; it can be brought back. */
import { useState } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { useAdmin } from "../context";
import { useDoing } from "../drafts/useDoing";
import { EntryApi, type Entry } from "../wire/catalogue";
import { nameOf } from "./naming";
import { Problem } from "../../staff/account/Problem";

interface DeletedProps {
  collection: string;
  found: Entry;
  onBack: () => void;
}

export function Deleted({ collection, found, onBack }: DeletedProps) {
  const { calls, draft, drafts, mayEdit } = useAdmin();
  const [back, setBack] = useState(false);
  const { busy, problem, start } = useDoing();
  const name = nameOf(found.published, found.id);
  const bring = (): void => {
    if (!draft) return;
    start(
      () => new EntryApi(calls, draft.id).reset(collection, found.id, found.revision ?? draft.revision),
      () => {
        setBack(true);
        drafts.reload();
        onBack();
      },
    );
  };
  return (
    <>
      <h1>{name}</h1>
      <Problem text={problem} />
      <p>{fill(said.entry.deleted, { name })}</p>
      {mayEdit && !back && (
        <Button look="primary" disabled={busy} onClick={bring}>
          {said.entry.bring_back}
        </Button>
      )}
    </>
  );
}
