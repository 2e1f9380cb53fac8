/** The box to answer in: "/" opens the ready replies, and a blank that is left is not sent. */
import { useRef, useState, type KeyboardEvent } from "react";
import { Composer } from "../../chat/Composer";
import { fill, texts } from "../../texts";
import type { ReadyReply } from "../../wire/case";
import { filled, firstBlank } from "./blanks";

interface ReplyBoxProps {
  replies: readonly ReadyReply[];
  fields: readonly string[];
  known: Readonly<Record<string, string | null>>;
  onSend: (text: string) => void;
  onTyping: () => void;
}

const MOST = 6;

function matching(replies: readonly ReadyReply[], query: string): ReadyReply[] {
  const wanted = query.toLocaleLowerCase("fi");
  const begins = replies.filter(({ shortcut }) => shortcut.startsWith(wanted));
  const names = replies.filter((one) => !begins.includes(one) && one.label.toLocaleLowerCase("fi").includes(wanted));
  return [...begins, ...names].slice(0, MOST);
}

export function ReplyBox({ replies, fields, known, onSend, onTyping }: ReplyBoxProps) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const open = /^\/[^\s]*$/.test(text);
  const found = open ? matching(replies, text.slice(1)) : [];
  const chosen = found[Math.min(at, found.length - 1)];
  const mark = (written: string): void => {
    const blank = firstBlank(written, fields);
    requestAnimationFrame(() => {
      box.current?.focus();
      if (blank) box.current?.setSelectionRange(blank.from, blank.to);
    });
  };
  const take = (reply: ReadyReply): void => {
    const written = filled(reply.text, known);
    setText(written);
    setAt(0);
    mark(written);
  };
  const key = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!open) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : found.length - 1;
      if (found.length > 0) setAt((before) => (before + step) % found.length);
      return true;
    }
    if (event.key === "Escape") setText("");
    if ((event.key !== "Enter" && event.key !== "Tab") || !chosen) return event.key === "Enter";
    event.preventDefault();
    take(chosen);
    return true;
  };
  const send = (written: string): void => {
    const blank = firstBlank(written, fields);
    if (blank) {
      setText(written);
      setProblem(fill(texts.case.blank_left, { blank: blank.text }));
      mark(written);
      return;
    }
    setProblem("");
    onSend(written);
  };
  return (
    <div className="reply">
      {open && (
        <div className="reply__list" role="listbox" aria-label={texts.case.replies}>
          {found.length === 0 && <p className="hint">{texts.case.replies_none}</p>}
          {found.map((reply) => (
            <button
              key={reply.id}
              type="button"
              role="option"
              aria-selected={reply === chosen}
              tabIndex={-1}
              onClick={() => take(reply)}
            >
              <kbd>/{reply.shortcut}</kbd>
              <strong>{reply.label}</strong>
              <span className="hint">{filled(reply.text, known)}</span>
            </button>
          ))}
        </div>
      )}
      <p role="alert" className="field-error">
        {problem}
      </p>
      <Composer
        ref={box}
        label={texts.advisor.reply}
        hint={texts.case.reply_hint}
        send={texts.advisor.send}
        text={text}
        onText={setText}
        onKey={key}
        onSend={send}
        onTyping={onTyping}
      />
    </div>
  );
}
