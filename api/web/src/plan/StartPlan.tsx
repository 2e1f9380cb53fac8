/** The beginning of a card: from the suggested set, or from an empty page. */
import { texts } from "../texts";
import type { PlanContent } from "../wire/plan";
import { Button } from "../ui/Button";
import { emptyCard, isEmpty, newStep } from "./card";

interface StartPlanProps {
  draft: PlanContent | null;
  onStart: (card: PlanContent) => void;
}

export function StartPlan({ draft, onStart }: StartPlanProps) {
  const ready = draft !== null && !isEmpty(draft);
  return (
    <div className="plan__start">
      <p>{texts.plan.none}</p>
      <div className="options">
        {ready && (
          <Button look="primary" onClick={() => onStart(draft)}>
            {texts.plan.start}
          </Button>
        )}
        <Button look={ready ? "quiet" : "primary"} onClick={() => onStart({ ...emptyCard, steps: [newStep()] })}>
          {texts.plan.start_empty}
        </Button>
      </div>
    </div>
  );
}
