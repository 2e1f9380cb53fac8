/** Saving what has been changed, and taking the latest change back. */
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { Editor } from "./useEditor";

export function SaveButtons({ work, saving }: Pick<Editor, "work" | "saving">) {
  return (
    <>
      <Button look="primary" disabled={!work.dirty || saving.busy} onClick={saving.save}>
        {said.save.save}
      </Button>
      <Button disabled={!work.canUndo} onClick={work.undo}>
        {said.save.undo}
      </Button>
    </>
  );
}
