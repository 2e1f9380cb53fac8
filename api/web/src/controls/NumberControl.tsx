/** A number with its unit, checked before it is sent. */
import { useId, useState } from "react";
import { fill, texts } from "../texts";
import { Button } from "../ui/Button";

interface NumberControlProps {
  min?: number | null;
  max?: number | null;
  unit?: string | null;
  submit: string;
  onAnswer: (value: number) => void;
  disabled?: boolean;
}

function problem(text: string, min: number, max: number): string | null {
  if (!/^\d+$/.test(text.trim())) return texts.question.number_needed;
  const value = Number(text);
  return value < min || value > max ? fill(texts.question.number_range, { min, max }) : null;
}

export function NumberControl({ min, max, unit, submit, onAnswer, disabled = false }: NumberControlProps) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  const send = (): void => {
    const found = problem(text, min ?? 0, max ?? Number.MAX_SAFE_INTEGER);
    setError(found);
    if (found === null) onAnswer(Number(text));
  };
  return (
    <form
      className="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {texts.question.your_answer}
      </label>
      <input
        id={id}
        className="field field--number"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        disabled={disabled}
        aria-invalid={error !== null}
        aria-describedby={`${id}-unit ${id}-error`}
        onChange={(event) => setText(event.target.value)}
      />
      <span id={`${id}-unit`}>{unit}</span>
      <Button look="primary" type="submit" disabled={disabled}>
        {submit}
      </Button>
      <span id={`${id}-error`} role="status" className="field-error">
        {error}
      </span>
    </form>
  );
}
