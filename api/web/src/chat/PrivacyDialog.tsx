/** In plain words: what is stored, who sees it, and how to take it back. */
import { texts } from "../texts";
import { Dialog } from "../ui/Dialog";
import type { VisitorApi } from "../wire/visitor";
import { DevelopmentLeave } from "./DevelopmentLeave";
import { JoinTalks } from "./JoinTalks";
import type { Leave } from "./Leave";

interface PrivacyDialogProps {
  api: VisitorApi | null;
  joiner: Leave | null;
  onClose: () => void;
}

export function PrivacyDialog({ api, joiner, onClose }: PrivacyDialogProps) {
  return (
    <Dialog title={texts.privacy.title} onClose={onClose}>
      {texts.privacy.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {joiner && <JoinTalks joiner={joiner} />}
      {api && <DevelopmentLeave api={api} />}
    </Dialog>
  );
}
