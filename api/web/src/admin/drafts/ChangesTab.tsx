/** What a draft changes; each change can be taken back, and that as well. */
import { useState } from "react";
import { Problem } from "../../staff/account/Problem";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import type { Change, Content, Draft, DraftsApi, EntryName } from "../wire/drafting";
import { ChangeList } from "./ChangeList";
import { entryLink } from "./links";
import { said } from "./said";
import { useDoing } from "./useDoing";

interface ChangesTabProps {
  api: DraftsApi;
  draft: Draft;
  editable: boolean;
  onChanged: () => void;
}

interface Undone {
  entry: EntryName;
  content: Content | null;
}

export function ChangesTab({ api, draft, editable, onChanged }: ChangesTabProps) {
  const changes = useRemote(() => api.comparison(draft.id), `${draft.id}:${draft.revision}`);
  const [undone, setUndone] = useState<Undone | null>(null);
  const { busy, problem, start } = useDoing(onChanged);
  const undo = async (entry: EntryName): Promise<Undone> => {
    const { content } = await api.entry(draft.id, entry);
    await api.reset(draft, entry);
    return { entry, content };
  };
  const after = (next: Undone | null): void => {
    setUndone(next);
    onChanged();
  };
  const tools = (change: Change) => (
    <>
      {change.change !== "deleted" && (
        <a href={entryLink(change, draft.id)}>{fill(said.changes.open, { label: change.label })}</a>
      )}
      {editable && (
        <Button
          look="quiet"
          disabled={busy}
          aria-label={fill(said.changes.undo_label, { label: change.label })}
          onClick={() => start(() => undo(change), after)}
        >
          {said.changes.undo}
        </Button>
      )}
    </>
  );
  const items = changes.data?.items ?? [];
  const count = items.length === 1 ? said.changes.count_one : fill(said.changes.count, { n: items.length });
  return (
    <>
      <h2>{said.changes.title}</h2>
      <Problem text={problem} />
      <div role="status" className="stack__said">
        {undone && (
          <>
            <span>{fill(said.changes.undone, { label: undone.entry.label })}</span>
            <Button
              disabled={busy}
              onClick={() => start(() => api.put(draft, undone.entry, undone.content), () => after(null))}
            >
              {said.changes.redo}
            </Button>
          </>
        )}
      </div>
      <RemoteNotice remote={changes} />
      {changes.data && <p className="hint">{items.length === 0 ? said.changes.none : count}</p>}
      <ChangeList items={items} tools={tools} />
    </>
  );
}
