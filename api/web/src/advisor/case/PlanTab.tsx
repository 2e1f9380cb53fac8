/** The suuntakortti beside the chat, made together with the person. */
import { IconCheck, IconPrint } from "suomifi-icons";
import { PlanEditor } from "../../plan/PlanEditor";
import { PlanSheet } from "../../plan/PlanSheet";
import { PlanState } from "../../plan/PlanState";
import { StartPlan } from "../../plan/StartPlan";
import { dayOf, isEmpty } from "../../plan/card";
import { everyService, nameFinder } from "../../plan/names";
import type { PlanHold } from "../../plan/usePlan";
import { fill, texts } from "../../texts";
import type { CaseView } from "../../wire/case";
import { Button } from "../../ui/Button";

export function PlanTab({ opened, hold }: { opened: CaseView; hold: PlanHold }) {
  const { plan, suggestion } = opened;
  const services = everyService(suggestion);
  const nameOf = nameFinder(plan, services);
  const deciders = new Map(plan.services.map(({ service, decided_by }) => [service, decided_by]));
  if (plan.version === 0 && isEmpty(hold.card)) return <StartPlan draft={plan.draft} onStart={hold.change} />;
  return (
    <div className="plan-tab">
      <p className="hint">{texts.plan.intro_advisor}</p>
      <PlanState hold={hold} />
      <PlanEditor hold={hold} services={services} nameOf={nameOf} decidedBy={(id) => deciders.get(id) ?? null} />
      <div className="plan__end">
        {plan.accepted_at ? (
          <p className="plan__accepted" role="status">
            <IconCheck aria-hidden="true" />
            {fill(texts.plan.accepted_advisor, { day: dayOf(plan.accepted_at) })}
          </p>
        ) : (
          <p className="hint">{texts.plan.not_accepted_advisor}</p>
        )}
        <Button icon={<IconPrint />} onClick={() => window.print()}>
          {texts.plan.print}
        </Button>
      </div>
      <PlanSheet plan={plan} card={hold.card} nameOf={nameOf} />
    </div>
  );
}
