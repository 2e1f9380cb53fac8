/** Begins a draft and goes on to edit in it, at the place where one is. */
import { TextInput } from "suomifi-ui-components";
import { useState } from "react";
import { texts } from "../../texts";
import said from "../../texts/admin.json";
import { Problem } from "../../staff/account/Problem";
import { useSubmit } from "../../staff/account/useSubmit";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { useAdmin } from "../context";
import { linkTo, useRoute } from "../routes";
import type { DraftRow } from "../wire/drafting";

export function NewDraft({ onClose }: { onClose: () => void }) {
  const { calls, drafts } = useAdmin();
  const [route, go] = useRoute();
  const [title, setTitle] = useState("");
  const { busy, problem, submit } = useSubmit(async () => {
    const draft = await calls.post<DraftRow>("/drafts", { title: title.trim() });
    drafts.reload();
    go(linkTo(route.path, draft.id, Object.fromEntries(route.query)));
    onClose();
  });
  return (
    <Dialog title={said.picker.begin} onClose={onClose}>
      <form className="admin-form" onSubmit={submit}>
        <Problem text={problem} />
        <TextInput
          labelText={said.picker.title}
          hintText={said.picker.title_hint}
          fullWidth
          value={title}
          onChange={(typed) => setTitle(String(typed ?? ""))}
        />
        <div className="options">
          <Button look="primary" type="submit" disabled={busy || title.trim() === ""}>
            {said.picker.create}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
