/** The visitor's own page of the card: make it, accept it, print it, keep it. */
import { IconArrowLeft, IconDownload } from "suomifi-icons";
import { useEffect, useRef, useState } from "react";
import { texts } from "../texts";
import type { Plan } from "../wire/plan";
import type { Suggestion } from "../wire/suggestion";
import type { VisitorApi } from "../wire/visitor";
import { Button } from "../ui/Button";
import { keepFile } from "../ui/keepFile";
import { RemoteNotice } from "../ui/RemoteNotice";
import type { Remote } from "../ui/useRemote";
import { isEmpty } from "./card";
import { PlanCard } from "./PlanCard";
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

function Made({ api, remote, suggestion, plan }: PlanViewProps & { plan: Plan }) {
  const [failed, setFailed] = useState(false);
  const hold = usePlan(
    plan,
    (version, content) => api.putPlan(version, content),
    () => api.plan(),
  );
  const accept = (): void => {
    api.acceptPlan(plan.version).then(remote.reload, remote.reload);
  };
  const save = (): void => {
    setFailed(false);
    api.planPdf().then(
      (file) => keepFile(file, texts.plan.pdf_name),
      () => setFailed(true),
    );
  };
  if (plan.version === 0 && isEmpty(hold.card)) {
    return <StartPlan draft={plan.draft} onStart={(card) => hold.change(card)} />;
  }
  const acceptance = (
    <>
      <p className="hint">{texts.plan.not_accepted}</p>
      <Button look="primary" disabled={hold.state !== "saved" || plan.version === 0} onClick={accept}>
        {texts.plan.accept}
      </Button>
    </>
  );
  return (
    <>
      <PlanCard plan={plan} hold={hold} suggestion={suggestion} accepted={texts.plan.accepted} notAccepted={acceptance}>
        <Button icon={<IconDownload />} disabled={plan.version === 0} onClick={save}>
          {texts.plan.pdf}
        </Button>
      </PlanCard>
      {failed && <p role="alert">{texts.plan.pdf_failed}</p>}
    </>
  );
}

export function PlanView(props: PlanViewProps) {
  const { remote, shown, onBack } = props;
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
      {remote.data && <Made {...props} plan={remote.data} />}
    </main>
  );
}

