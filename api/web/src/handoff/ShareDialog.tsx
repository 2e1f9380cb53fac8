/** Changes what an advisor sees, while one waits and while one talks. */
import { InlineAlert } from "suomifi-ui-components";
import { useState } from "react";
import { texts } from "../texts";
import type { Share } from "../wire/suggestion";
import type { VisitorApi } from "../wire/visitor";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { RemoteNotice } from "../ui/RemoteNotice";
import { useRemote } from "../ui/useRemote";
import { Sharing } from "./Sharing";

const NOTHING: Share = { basic: false, sensitive: false, health: false };

export function ShareDialog({ api, onClose }: { api: VisitorApi; onClose: () => void }) {
  const [round, setRound] = useState(0);
  const view = useRemote(() => api.waiting(), round);
  const [chosen, setChosen] = useState<Share | null>(null);
  const [state, setState] = useState<"asking" | "saving" | "failed">("asking");
  const share = chosen ?? view.data?.share ?? NOTHING;
  const save = (): void => {
    setState("saving");
    api.share(share).then(onClose, () => setState("failed"));
  };
  const remove = (fact: string): void => {
    api.removeFact(fact).then(
      () => setRound((count) => count + 1),
      () => setState("failed"),
    );
  };
  const footer = (
    <>
      <Button look="primary" disabled={!view.data || state === "saving"} onClick={save}>
        {texts.waiting.share_save}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={texts.waiting.share_title} onClose={onClose} footer={footer}>
      <p>{texts.waiting.share_text}</p>
      <RemoteNotice remote={view} />
      {view.data && <Sharing share={share} preview={view.data.preview} onChange={setChosen} onRemove={remove} />}
      {state === "failed" && (
        <div role="alert">
          <InlineAlert status="error">{texts.waiting.failed}</InlineAlert>
        </div>
      )}
    </Dialog>
  );
}
