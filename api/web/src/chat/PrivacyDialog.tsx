/** In plain words: what is stored, who sees it, and how to take it back. */
import { texts } from "../texts";
import { Dialog } from "../ui/Dialog";
import { JoinTalks, type Joiner } from "./JoinTalks";

interface PrivacyDialogProps {
  joiner: Joiner | null;
  onClose: () => void;
}

export function PrivacyDialog({ joiner, onClose }: PrivacyDialogProps) {
  return (
    <Dialog title={texts.privacy.title} onClose={onClose}>
      {texts.privacy.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {joiner && <JoinTalks joiner={joiner} />}
    </Dialog>
  );
}
