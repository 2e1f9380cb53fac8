/** The visitor's own page of the card: make it, accept it, print it, keep it. */
import { IconArrowLeft, IconCheck, IconDownload, IconPrint } from "suomifi-icons";
import { useEffect, useRef, useState } from "react";
import { fill, texts } from "../texts";
import type { Plan } from "../wire/plan";
import type { ServiceName, Suggestion } from "../wire/suggestion";
import type { VisitorApi } from "../wire/visitor";
import { Button } from "../ui/Button";
import { RemoteNotice } from "../ui/RemoteNotice";
import type { Remote } from "../ui/useRemote";
import { dayOf, isEmpty } from "./card";
import { everyService, nameFinder } from "./names";
import { PlanEditor } from "./PlanEditor";
import { PlanSheet } from "./PlanSheet";
import { PlanState } from "./PlanState";
import { StartPlan } from "./StartPlan";
import { usePlan } from "./usePlan";

interface PlanViewProps {
  api: VisitorApi;
  remote: Remote<Plan>;
  suggestion: Suggestion | null;
  /** Who else sees the card now. */
  shown: boolean;
  onBack: () => void;
}

function keep(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = texts.plan.pdf_name;
  link.click();
  URL.revokeObjectURL(address);
}

interface MadeProps extends PlanViewProps {
  plan: Plan;
  services: readonly ServiceName[];
}

function Made({ api, remote, plan, services }: MadeProps) {
  const [failed, setFailed] = useState(false);
  const hold = usePlan(
    plan,
    (version, content) => api.putPlan(version, content),
    () => api.plan(),
  );
  const nameOf = nameFinder(plan, services);
  const deciders = new Map(plan.services.map(({ service, decided_by }) => [service, decided_by]));
  const accept = (): void => {
    api.acceptPlan(plan.version).then(remote.reload, remote.reload);
  };
  const save = (): void => {
    setFailed(false);
    api.planPdf().then(keep, () => setFailed(true));
  };
  if (plan.version === 0 && isEmpty(hold.card)) {
    return <StartPlan draft={plan.draft} onStart={(card) => hold.change(card)} />;
  }
  return (
    <>
      <PlanState hold={hold} />
      <PlanEditor hold={hold} services={services} nameOf={nameOf} decidedBy={(id) => deciders.get(id) ?? null} />
      <div className="plan__end">
        {plan.accepted_at ? (
          <p className="plan__accepted" role="status">
            <IconCheck aria-hidden="true" />
            {fill(texts.plan.accepted, { day: dayOf(plan.accepted_at) })}
          </p>
        ) : (
          <>
            <p className="hint">{texts.plan.not_accepted}</p>
            <Button look="primary" disabled={hold.state !== "saved" || plan.version === 0} onClick={accept}>
              {texts.plan.accept}
            </Button>
          </>
        )}
        <Button icon={<IconPrint />} onClick={() => window.print()}>
          {texts.plan.print}
        </Button>
        <Button icon={<IconDownload />} disabled={plan.version === 0} onClick={save}>
          {texts.plan.pdf}
        </Button>
      </div>
      {failed && <p role="alert">{texts.plan.pdf_failed}</p>}
      <PlanSheet plan={plan} card={hold.card} nameOf={nameOf} />
    </>
  );
}

export function PlanView(props: PlanViewProps) {
  const { remote, suggestion, shown, onBack } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="plan-page">
      <Button look="quiet" icon={<IconArrowLeft />} onClick={onBack}>
        {texts.plan.back}
      </Button>
      <h1 ref={heading} tabIndex={-1}>
        {texts.plan.title}
      </h1>
      <p className="plan__intro">{texts.plan.intro}</p>
      {shown && <p className="plan__intro">{texts.plan.seen_by_advisor}</p>}
      <RemoteNotice remote={remote} />
      {remote.data && <Made {...props} plan={remote.data} services={everyService(suggestion)} />}
    </main>
  );
}

