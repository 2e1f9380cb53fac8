/** Files are not taken: pasting or dropping one is met with a kind sentence and leaves the page where it is. */
import { useEffect, useState } from "react";

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") ?? false;
}

/** The sentence to show, or an empty one. A picture copied from a text goes on as the text beside it. */
export function useNoFiles(sentence: string): [string, () => void] {
  const [notice, setNotice] = useState("");
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setNotice(sentence);
    };
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!hasFiles(data) || data?.types.includes("text/plain")) return;
      event.preventDefault();
      setNotice(sentence);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, [sentence]);
  return [notice, () => setNotice("")];
}
