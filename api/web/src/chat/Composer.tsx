/** The box for free text, usable at every turn. Enter sends, Shift+Enter makes a new line. */
import { IconSend } from "suomifi-icons";
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { fill, texts } from "../texts";
import { Button } from "../ui/Button";

/** Where the skip link leads. */
export const INPUT_ID = "viesti";
const LONGEST = 4_000;
const WARN_AT = 300;

interface ComposerProps {
  onSend: (text: string) => void;
  onTyping?: () => void;
  label: string;
  send: string;
  /** What stands in the box, where something outside writes into it. */
  text?: string;
  onText?: (text: string) => void;
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  hint?: string;
  ref?: Ref<HTMLTextAreaElement>;
}

export function Composer({ onSend, onTyping, label, send, hint, onKey, ref, ...outside }: ComposerProps) {
  const [ownText, setOwnText] = useState("");
  const text = outside.text ?? ownText;
  const setText = outside.onText ?? setOwnText;
  const own = useRef<HTMLTextAreaElement | null>(null);
  const id = INPUT_ID;
  const left = LONGEST - text.length;
  useLayoutEffect(() => {
    const box = own.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }, [text]);
  const submit = (): void => {
    if (text.trim() === "") return;
    onSend(text.trim());
    setText("");
    own.current?.focus();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea
        id={id}
        ref={(box) => {
          own.current = box;
          if (typeof ref === "function") ref(box);
          else if (ref) ref.current = box;
        }}
        className="composer__input"
        rows={1}
        maxLength={LONGEST}
        placeholder={hint ?? label}
        value={text}
        aria-describedby={left <= WARN_AT ? `${id}-left` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          onTyping?.();
        }}
        onKeyDown={(event) => {
          if (onKey?.(event)) return;
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
      <Button look="primary" type="submit" className="composer__send" icon={<IconSend />}>
        <span className="composer__send-text">{send}</span>
      </Button>
      {left <= WARN_AT && (
        <p id={`${id}-left`} className="composer__left" role="status">
          {fill(texts.chat.left, { n: left })}
        </p>
      )}
    </form>
  );
}
