/** Saving what has been changed, and taking the latest change back. */
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { Editor } from "./useEditor";
import { useSaveKey } from "./useSaveKey";

const words = said.save;

export function SaveButtons({ work, saving }: Pick<Editor, "work" | "saving">) {
  const ready = work.dirty && !saving.busy;
  useSaveKey(saving.save, ready);
  return (
    <>
      <Button
        look="primary"
        disabled={!ready}
        title={words.save_hint}
        aria-keyshortcuts="Control+S"
        onClick={saving.save}
      >
        {words.save}
      </Button>
      <Button disabled={!work.canUndo} onClick={work.undo}>
        {words.undo}
      </Button>
    </>
  );
}
