/** The options of an earlier question, to be read only, with what was chosen. */
import { IconCheck } from "suomifi-icons";
import { fill, texts } from "../texts";
import { chosenLabels } from "./dialogue";
import type { ChoicesPayload, ConfirmPayload, QuestionPayload } from "../wire/messages";

interface AnsweredProps {
  payload: QuestionPayload | ConfirmPayload | ChoicesPayload;
  answer: string | null;
}

/** More options than this would fill a phone's screen when one reads back. */
const FEW = 5;

function Options({ labels, chosen }: { labels: readonly string[]; chosen: ReadonlySet<string> }) {
  if (labels.length === 0) return null;
  return (
    <ul className="answered" aria-label={texts.question.options}>
      {labels.map((label) => (
        <li key={label} className={chosen.has(label) ? "answered__option answered__option--chosen" : "answered__option"}>
          {chosen.has(label) && <IconCheck aria-hidden="true" />}
          {label}
          {chosen.has(label) && <span className="visually-hidden">{`(${texts.question.chosen_mark})`}</span>}
        </li>
      ))}
    </ul>
  );
}

export function Answered({ payload, answer }: AnsweredProps) {
  const chosen = new Set(answer === null ? [] : chosenLabels(payload, answer));
  const labels = payload.options.map(({ label }) => label);
  if (labels.length <= FEW) return <Options labels={labels} chosen={chosen} />;
  const rest = labels.filter((label) => !chosen.has(label));
  return (
    <>
      <Options labels={[...chosen]} chosen={chosen} />
      <details className="answered-rest">
        <summary>
          {fill(chosen.size > 0 ? texts.question.not_chosen : texts.question.all_options, { n: rest.length })}
        </summary>
        <Options labels={rest} chosen={chosen} />
      </details>
    </>
  );
}
