/** The way to a new entry from a table; without a draft, first to a draft. */
import { useState } from "react";
import { texts } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { useAdmin } from "../context";
import { NewDraft } from "../shell/NewDraft";
import { entry, type Row } from "../wire/catalogue";
import type { Content } from "../wire/drafting";
import { NewEntry } from "./NewEntry";

interface AddEntryProps {
  collection: string;
  /** One that is there already; a new one gets its shape. */
  sample: Row;
}

export function AddEntry({ collection, sample }: AddEntryProps) {
  const { calls, draft, mayEdit } = useAdmin();
  const [like, setLike] = useState<Content | "failed" | null>(null);
  const [beginning, setBeginning] = useState(false);
  if (!mayEdit || (draft && draft.state !== "open")) return null;
  const begin = (): void => {
    if (!draft) setBeginning(true);
    else {
      entry(calls, collection, sample.id, draft.id).then(
        ({ content }) => setLike(content),
        () => setLike("failed"),
      );
    }
  };
  return (
    <>
      <Button onClick={begin}>{said.entry.new}</Button>
      {like === "failed" && <p role="alert">{texts.load_failed}</p>}
      {beginning && <NewDraft onClose={() => setBeginning(false)} />}
      {like !== null && like !== "failed" && (
        <NewEntry collection={collection} like={like} empty onClose={() => setLike(null)} />
      )}
    </>
  );
}
