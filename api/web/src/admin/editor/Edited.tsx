/** Around an entry being edited: what its fields lean on, and the choice to make when another editor was faster. */
import type { ReactNode } from "react";
import { Conflict } from "./Conflict";
import { EditingContext } from "./context";
import type { Editor } from "./useEditor";

interface EditedProps {
  editor: Editor;
  children: ReactNode;
}

export function Edited({ editor: { api, work, saving, editing }, children }: EditedProps) {
  return (
    <EditingContext value={editing}>
      {children}
      {saving.newest && (
        <Conflict
          collection={editing.collection}
          api={api}
          work={work}
          newest={saving.newest}
          vocabulary={editing.vocabulary}
          onSettled={saving.settle}
        />
      )}
    </EditingContext>
  );
}
