/** In plain words: what is stored, who sees it, and how to take it back. */
import { texts } from "../texts";
import { Dialog } from "../ui/Dialog";

export function PrivacyDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={texts.privacy.title} onClose={onClose}>
      {texts.privacy.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Dialog>
  );
}
