/** Where the panel of facts stands: beside the chat on a wide screen, a sheet over it on a narrow one. */
import { IconClose } from "suomifi-icons";
import type { ReactNode } from "react";
import { texts } from "../texts";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

interface FactsSideProps {
  docked: boolean;
  onClose: () => void;
  children: ReactNode;
}

export function FactsSide({ docked, onClose, children }: FactsSideProps) {
  if (!docked) {
    return (
      <Dialog sheet title={texts.facts.title} onClose={onClose}>
        {children}
      </Dialog>
    );
  }
  return (
    <aside className="side" aria-label={texts.facts.title}>
      <header className="side__head">
        <h2>{texts.facts.title}</h2>
        <Button look="quiet" aria-label={texts.close} icon={<IconClose />} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
