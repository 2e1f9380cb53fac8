/** One line of free text with its own button. */
import { useId, useState } from "react";
import { Button } from "../ui/Button";

interface TextControlProps {
  label: string;
  submit: string;
  onAnswer: (text: string) => void;
}

export function TextControl({ label, submit, onAnswer }: TextControlProps) {
  const [text, setText] = useState("");
  const id = useId();
  return (
    <form
      className="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") onAnswer(text.trim());
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input id={id} className="field" value={text} onChange={(event) => setText(event.target.value)} />
      <Button look="primary" type="submit">
        {submit}
      </Button>
    </form>
  );
}
