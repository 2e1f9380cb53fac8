/** The options of an earlier question, to be read only, with what was chosen. */
import { IconCheck } from "suomifi-icons";
import { texts } from "../texts";
import { chosenLabels } from "./dialogue";
import type { ChoicesPayload, ConfirmPayload, QuestionPayload } from "../wire/messages";

interface AnsweredProps {
  payload: QuestionPayload | ConfirmPayload | ChoicesPayload;
  answer: string | null;
}

export function Answered({ payload, answer }: AnsweredProps) {
  const chosen = new Set(answer === null ? [] : chosenLabels(payload, answer));
  if (payload.options.length === 0) return null;
  return (
    <ul className="answered" aria-label={texts.question.options}>
      {payload.options.map(({ label }) => (
        <li key={label} className={chosen.has(label) ? "answered__option answered__option--chosen" : "answered__option"}>
          {chosen.has(label) && <IconCheck aria-hidden="true" />}
          {label}
          {chosen.has(label) && <span className="visually-hidden">{`(${texts.question.chosen_mark})`}</span>}
        </li>
      ))}
    </ul>
  );
}
