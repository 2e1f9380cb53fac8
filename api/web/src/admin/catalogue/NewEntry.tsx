/** Begins a new entry in the draft, empty or as a copy, and goes on to edit it. */
import { TextInput } from "suomifi-ui-components";
import { useState } from "react";
import { fill, texts } from "../../texts";
import said from "../../texts/admin.json";
import { Problem } from "../../staff/account/Problem";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { useAdmin } from "../context";
import { useDoing } from "../drafts/useDoing";
import { idOf } from "../editor/naming";
import { linkTo, useRoute } from "../routes";
import { EntryApi } from "../wire/catalogue";
import type { Content } from "../wire/drafting";
import { blank } from "./blank";

const words = said.entry;
const NAMES = ["name_fi", "label_fi"];
/** Places go by their official codes, which no name gives. */
const CODES: Record<string, string> = words.codes;

interface NewEntryProps {
  collection: string;
  /** What it is to be like; with `empty` only in shape. */
  like: Content;
  empty?: boolean;
  onClose: () => void;
}

export function NewEntry({ collection, like, empty = false, onClose }: NewEntryProps) {
  const { calls, draft, drafts } = useAdmin();
  const [, go] = useRoute();
  const [name, setName] = useState("");
  const [own, setOwn] = useState<string | null>(null);
  const { busy, problem, start } = useDoing();
  const code = CODES[collection];
  const id = own ?? (code ? "" : idOf(name));
  if (!draft) return null;
  const create = (): void => {
    const field = NAMES.find((one) => one in like) ?? "name_fi";
    const content = { ...(empty ? blank(like) : like), id, [field]: name.trim() };
    start(
      () => new EntryApi(calls, draft.id).save(collection, id, draft.revision, content),
      () => {
        drafts.reload();
        go(linkTo(["luettelo", collection, id], draft.id));
        onClose();
      },
    );
  };
  return (
    <Dialog title={empty ? words.new : words.copy} onClose={onClose}>
      <form
        className="admin-form"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <Problem text={problem} />
        <TextInput labelText={words.name} fullWidth value={name} onChange={(typed) => setName(String(typed ?? ""))} />
        <TextInput
          labelText={words.id}
          hintText={code ?? words.id_hint}
          fullWidth
          value={id}
          onChange={(typed) => setOwn(idOf(String(typed ?? "")))}
        />
        <p className="hint">{fill(empty ? words.new_hint : words.copy_hint, { title: draft.title })}</p>
        <div className="options">
          <Button look="primary" type="submit" disabled={busy || name.trim() === "" || id === ""}>
            {words.create}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
