/** Says whether the card is saved, what has happened on the other side, and offers another try. */
import { InlineAlert } from "suomifi-ui-components";
import { texts } from "../texts";
import { Button } from "../ui/Button";
import type { PlanHold } from "./usePlan";

export function PlanState({ hold }: { hold: PlanHold }) {
  return (
    <>
      <p role="status" className="plan__state hint">
        {hold.state === "saving" ? texts.plan.saving : hold.state === "saved" ? texts.plan.saved : ""}
      </p>
      {hold.notice && (
        <div role="status" className="remark plan__notice">
          {hold.notice}
        </div>
      )}
      {hold.state === "failed" && (
        <div role="alert">
          <InlineAlert status="warning">
            {texts.plan.failed}
            <Button onClick={hold.save}>{texts.plan.retry}</Button>
          </InlineAlert>
        </div>
      )}
    </>
  );
}
