/** The suuntakortti beside the chat, made together with the person. */
import { PlanCard } from "../../plan/PlanCard";
import { StartPlan } from "../../plan/StartPlan";
import { isEmpty } from "../../plan/card";
import type { PlanHold } from "../../plan/usePlan";
import { texts } from "../../texts";
import type { CaseView } from "../../wire/case";

export function PlanTab({ opened: { plan, suggestion }, hold }: { opened: CaseView; hold: PlanHold }) {
  if (plan.version === 0 && isEmpty(hold.card)) return <StartPlan draft={plan.draft} onStart={hold.change} />;
  return (
    <div className="plan-tab">
      <p className="hint">{texts.plan.intro_advisor}</p>
      <PlanCard
        plan={plan}
        hold={hold}
        suggestion={suggestion}
        accepted={texts.plan.accepted_advisor}
        notAccepted={<p className="hint">{texts.plan.not_accepted_advisor}</p>}
      />
    </div>
  );
}
