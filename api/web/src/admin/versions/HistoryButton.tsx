/** Opens who has changed an entry or one line of it, when and how. */
import { useState } from "react";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { said } from "../drafts/said";
import { HistoryList, type HistoryListProps } from "./HistoryList";

export function HistoryButton({ name, ...place }: HistoryListProps & { name: string }) {
  const [open, setOpen] = useState(false);
  const title = fill(said.history.of, { name });
  return (
    <>
      <Button look="quiet" aria-label={title} onClick={() => setOpen(true)}>
        {said.history.title}
      </Button>
      {open && (
        <Dialog title={title} wide onClose={() => setOpen(false)}>
          <HistoryList {...place} />
        </Dialog>
      )}
    </>
  );
}
