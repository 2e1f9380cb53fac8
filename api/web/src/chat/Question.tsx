/** A question of the assistant: its control, why it is asked, and the ways to pass it. */
import { useEffect, useId, useRef, useState } from "react";
import { AnswerControl } from "../controls/AnswerControl";
import type { Answer } from "../controls/answers";
import { texts } from "../texts";
import type { QuestionPayload } from "../wire/messages";
import { Button } from "../ui/Button";

interface QuestionProps {
  payload: QuestionPayload;
  onAnswer: (answer: Answer) => void;
  onSkip: () => void;
}

function hint({ sensitivity = "basic" }: QuestionPayload): string | null {
  return sensitivity === "basic" ? null : texts.question.sensitive;
}

export function Question({ payload, onAnswer, onSkip }: QuestionProps) {
  const [whyShown, setWhyShown] = useState(false);
  const whyId = useId();
  const why = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (whyShown) why.current?.scrollIntoView({ block: "nearest" });
  }, [whyShown]);
  const allUnknown = (): void =>
    onAnswer({
      choices: payload.facts.map((fact) => ({ fact, dont_know: true })),
      label: texts.question.dont_know,
    });
  const picksSeveral = payload.control === "screen" || payload.control === "multi";
  const passing = (
    <>
      {payload.control === "screen" && (
        <Button look="quiet" onClick={allUnknown}>
          {texts.question.dont_know}
        </Button>
      )}
      {payload.skippable && (
        <Button look="quiet" title={texts.question.skip_hint} onClick={onSkip}>
          {texts.question.skip}
        </Button>
      )}
    </>
  );
  return (
    <div className="question" role="group" aria-label={texts.question.options}>
      <p className="question__hint">{hint(payload)}</p>
      <AnswerControl
        spec={{ ...payload, fact: payload.facts[0] ?? "", initial: payload.selected }}
        submit={payload.control === "number" ? texts.question.answer : texts.question.done}
        onAnswer={onAnswer}
        beside={picksSeveral ? passing : undefined}
      />
      <div className="options options--quiet">
        {!picksSeveral && passing}
        {payload.why && (
          <Button
            look="quiet"
            aria-expanded={whyShown}
            aria-controls={whyId}
            onClick={() => setWhyShown((shown) => !shown)}
          >
            {texts.question.why}
          </Button>
        )}
      </div>
      <p ref={why} id={whyId} className="question__why" hidden={!whyShown}>
        {payload.why}
      </p>
    </div>
  );
}
