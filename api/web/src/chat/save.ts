/** Hands a conversation over as a file of the person's own. */
import { texts } from "../texts";

export function saveAsFile(content: unknown): void {
  const file = new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = texts.chat.export_name;
  link.click();
  URL.revokeObjectURL(address);
}
