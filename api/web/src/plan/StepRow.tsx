/** One step on the card: done or not, what, who and when, each written in place. */
import { useId } from "react";
import { fill, texts } from "../texts";
import type { PlanStep } from "../wire/plan";
import { RowTools } from "./RowTools";

interface StepRowProps {
  step: PlanStep;
  number: number;
  last: boolean;
  onWrite: (step: PlanStep) => void;
  onChange: (step: PlanStep) => void;
  onLeave: () => void;
  onMove: (by: -1 | 1) => void;
  onDrop: () => void;
}

export function StepRow({ step, number, last, onWrite, onChange, onLeave, onMove, onDrop }: StepRowProps) {
  const id = useId();
  const name = step.text || fill(texts.plan.step_number, { n: number });
  return (
    <li className="step">
      <div className="step__top">
        <input
          type="checkbox"
          className="step__done"
          aria-label={fill(texts.plan.step_done, { name })}
          checked={step.done}
          onChange={(event) => onChange({ ...step, done: event.target.checked })}
        />
        <label htmlFor={`${id}-text`} className="visually-hidden">
          {texts.plan.step_text}
        </label>
        <textarea
          id={`${id}-text`}
          className="field step__text"
          rows={1}
          maxLength={600}
          placeholder={texts.plan.step_text}
          value={step.text}
          onChange={(event) => onWrite({ ...step, text: event.target.value })}
          onBlur={onLeave}
        />
        <RowTools name={name} first={number === 1} last={last} onMove={onMove} onDrop={onDrop} />
      </div>
      <div className="step__beside">
        {(["who", "when"] as const).map((part) => (
          <div key={part}>
            <label htmlFor={`${id}-${part}`}>{texts.plan[`step_${part}`]}</label>
            <input
              id={`${id}-${part}`}
              className="field"
              maxLength={120}
              placeholder={texts.plan[`step_${part}_hint`]}
              value={step[part]}
              onChange={(event) => onWrite({ ...step, [part]: event.target.value })}
              onBlur={onLeave}
            />
          </div>
        ))}
      </div>
    </li>
  );
}
