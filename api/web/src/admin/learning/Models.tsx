/** The models with their scores; one that is being trained shows how far it is. */
import { useEffect, useEffectEvent, useState } from "react";
import { Problem } from "../../staff/account/Problem";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { TableHead } from "../../ui/TableHead";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { useDoing } from "../drafts/useDoing";
import { Activation } from "./Activation";
import { ModelRow } from "./ModelRow";
import { explained, said } from "./said";
import type { LearningApi, Model } from "./wire";

const LOOK_EVERY_MS = 2_000;
const words = said.models;

/** Whether something is under way that the next look may find changed. */
const moves = (model: Model): boolean =>
  model.state === "training" || (model.active && !model.reads && !model.refused);

export function Models({ api }: { api: LearningApi }) {
  const { mayEdit } = useAdmin();
  const remote = useRemote(api.models, "");
  const [activating, setActivating] = useState<Model | null>(null);
  const { busy, problem, start } = useDoing(remote.reload, explained);
  const items = remote.data?.items ?? [];
  const moving = items.some(moves);
  const reload = useEffectEvent(remote.reload);
  useEffect(() => {
    if (!moving) return undefined;
    const looking = setInterval(() => reload(), LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [moving]);
  return (
    <section className="stack__part">
      <p>{words.intro}</p>
      {mayEdit && (
        <div className="stack__tools">
          <Button
            look="primary"
            disabled={busy || items.some(({ state }) => state === "training")}
            onClick={() => start(api.train, remote.reload)}
          >
            {words.train}
          </Button>
          <p className="hint">{words.train_hint}</p>
        </div>
      )}
      <RemoteNotice remote={remote} />
      <Problem text={problem} />
      {items.length > 0 && (
        <div className="table-scroll">
          <table className="list-table">
            <TableHead names={Object.values(words.columns)} />
            <tbody>
              {items.map((model) => (
                <ModelRow
                  key={model.id}
                  model={model}
                  busy={busy}
                  onActivate={() => setActivating(model)}
                  onCancel={() => start(() => api.cancel(model.id), remote.reload)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {activating && (
        <Activation api={api} model={activating} onClose={() => setActivating(null)} onActivated={remote.reload} />
      )}
    </section>
  );
}
