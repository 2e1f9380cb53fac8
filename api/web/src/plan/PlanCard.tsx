/** A card that has been begun, on either side: its state, its editor, what ends it, and the page to print. */
import { IconCheck, IconPrint } from "suomifi-icons";
import type { ReactNode } from "react";
import { fill, texts } from "../texts";
import type { Plan } from "../wire/plan";
import type { Suggestion } from "../wire/suggestion";
import { Button } from "../ui/Button";
import { dayOf } from "./card";
import { everyService, nameFinder } from "./names";
import { PlanEditor } from "./PlanEditor";
import { PlanSheet } from "./PlanSheet";
import { PlanState } from "./PlanState";
import type { PlanHold } from "./usePlan";

interface PlanCardProps {
  plan: Plan;
  hold: PlanHold;
  suggestion: Suggestion | null;
  /** The sentence that tells the day of the acceptance. */
  accepted: string;
  /** What stands in the place of that sentence until then. */
  notAccepted: ReactNode;
  /** Further buttons. */
  children?: ReactNode;
}

export function PlanCard({ plan, hold, suggestion, accepted, notAccepted, children }: PlanCardProps) {
  const services = everyService(suggestion);
  const nameOf = nameFinder(plan, services);
  const deciders = new Map(plan.services.map(({ service, decided_by }) => [service, decided_by]));
  return (
    <>
      <PlanState hold={hold} />
      <PlanEditor hold={hold} services={services} nameOf={nameOf} decidedBy={(id) => deciders.get(id) ?? null} />
      <div className="plan__end">
        {plan.accepted_at ? (
          <p className="plan__accepted" role="status">
            <IconCheck aria-hidden="true" />
            {fill(accepted, { day: dayOf(plan.accepted_at) })}
          </p>
        ) : (
          notAccepted
        )}
        <Button icon={<IconPrint />} onClick={() => window.print()}>
          {texts.plan.print}
        </Button>
        {children}
      </div>
      <PlanSheet plan={plan} card={hold.card} nameOf={nameOf} />
    </>
  );
}
