/** The head of an entry: its name, its state in the draft, and what can be done to the whole of it. */
import { useState } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { NewEntry } from "../catalogue/NewEntry";
import { useAdmin } from "../context";
import { HistoryButton } from "../versions/HistoryButton";
import type { Entry, EntryApi } from "../wire/catalogue";
import type { Content, DraftRow } from "../wire/drafting";
import { useEditing } from "./context";
import { titleOf } from "./naming";

const words = said.entry;
/** Texts belong to places of the program, so that none is made or taken away by editors. */
const FIXED = ["texts", "sentences", "interview", "hours"];

interface EntryHeadProps {
  draft: DraftRow;
  collection: string;
  found: Entry;
  content: Content;
  api: EntryApi;
  onGone: () => void;
}

export function EntryHead({ draft, collection, found, content, api, onGone }: EntryHeadProps) {
  const { drafts } = useAdmin();
  const [dialog, setDialog] = useState<"copy" | "delete" | null>(null);
  const { vocabulary } = useEditing();
  const name = titleOf(collection, content, found.id, vocabulary);
  const remove = async (): Promise<void> => {
    await api.remove(collection, found.id, draft.revision);
    drafts.reload();
    onGone();
  };
  return (
    <div className="entry__head">
      <h1>{name}</h1>
      {found.changed && <span className="tag">{found.published ? said.list.changed.changed : said.list.changed.added}</span>}
      <div className="entry__tools">
        <HistoryButton name={name} collection={collection} id={found.id} />
        {!FIXED.includes(collection) && (
          <>
            <Button look="quiet" onClick={() => setDialog("copy")}>
              {words.copy}
            </Button>
            <Button look="quiet" onClick={() => setDialog("delete")}>
              {words.delete}
            </Button>
          </>
        )}
      </div>
      {dialog === "copy" && <NewEntry collection={collection} like={content} onClose={() => setDialog(null)} />}
      {dialog === "delete" && (
        <ConfirmDialog
          title={fill(words.delete_title, { name })}
          text={words.delete_text}
          confirm={words.delete}
          failed={words.failed}
          act={remove}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
