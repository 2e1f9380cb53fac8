/** One model: where it stands, how it scores, what can be done with it. */
import { moment } from "../../staff/account/moment";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import { modelName, said, share } from "./said";
import type { Model } from "./wire";

const words = said.models;

interface ModelRowProps {
  model: Model;
  busy: boolean;
  onActivate: () => void;
  onCancel: () => void;
}

export function ModelRow({ model, busy, onActivate, onCancel }: ModelRowProps) {
  const { draft, mayEdit, mayApprove } = useAdmin();
  const usable = model.state === "ready" && !model.active && !model.outdated;
  return (
    <tr>
      <th scope="row">
        {modelName(model)}
        {model.author && (
          <span className="list-table__id">
            {fill(words.by, { author: model.author, at: moment(model.started) })}
          </span>
        )}
      </th>
      <td>
        <State model={model} />
      </td>
      <td className="learning-number">{share(model.scores?.acts ?? null)}</td>
      <td className="learning-number">{share(model.scores?.facts ?? null)}</td>
      <td className="learning-number">{model.examples}</td>
      <td>
        <div className="stack__tools">
          {model.scores && model.kind === "trained" && (
            <a href={linkTo(["oppiminen", "mallit", String(model.id)], draft?.id ?? null)}>{words.compare}</a>
          )}
          {usable && (mayEdit || mayApprove) && (
            <Button disabled={busy} onClick={onActivate}>
              {words.activate}
            </Button>
          )}
          {model.state === "training" && mayEdit && (
            <Button disabled={busy} onClick={onCancel}>
              {words.cancel}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function State({ model }: { model: Model }) {
  if (model.state === "training") {
    return (
      <div className="learning-progress">
        <span>{words.stages[model.stage ?? "starting"]}</span>
        <progress max={100} value={model.progress} aria-label={fill(words.progress, { n: model.progress })} />
      </div>
    );
  }
  return (
    <>
      {model.active && <span className="tag tag--active">{readingState(model)}</span>}
      {!model.active && <span className="tag">{words.states[model.state]}</span>}
      {model.outdated && <span className="tag tag--warning">{words.outdated}</span>}
      {model.lower && <span className="tag tag--warning">{words.lower}</span>}
      {model.failure && <p>{words.failures[model.failure]}</p>}
      {model.refused && <p>{words.refused}</p>}
      {model.active && model.reason && <p>{fill(words.reason, { reason: model.reason })}</p>}
    </>
  );
}

const readingState = (model: Model): string => (model.reads || model.refused ? words.active : words.loading);
