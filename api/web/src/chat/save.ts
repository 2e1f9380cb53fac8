/** Hands a conversation over as a file of the person's own. */
import { texts } from "../texts";
import { keepFile } from "../ui/keepFile";

export function saveAsFile(content: unknown): void {
  keepFile(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }), texts.chat.export_name);
}
