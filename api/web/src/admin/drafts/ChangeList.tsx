/** A difference as an expert reads it: each entry, and under it what was and what is. */
import type { ReactNode } from "react";
import type { Change, ChangedLine } from "../wire/drafting";
import { said } from "./said";

interface ChangeListProps {
  items: Change[];
  /** What can be done to one change. */
  tools?: (change: Change) => ReactNode;
}

export function Lines({ lines }: { lines: ChangedLine[] }) {
  return (
    <ul className="change__lines">
      {lines.map((line, number) => (
        <li key={number}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: ChangedLine }) {
  if (!line.before_fi && !line.after_fi) return <p>{line.text_fi}</p>;
  return (
    <>
      <p className="change__label">{line.label_fi}</p>
      <dl className="change__sides">
        {line.before_fi && (
          <div className="change__side">
            <dt>{said.changes.before}</dt>
            <dd>
              <del>{line.before_fi}</del>
            </dd>
          </div>
        )}
        {line.after_fi && (
          <div className="change__side">
            <dt>{said.changes.after}</dt>
            <dd>
              <ins>{line.after_fi}</ins>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

export function ChangeList({ items, tools }: ChangeListProps) {
  return (
    <ul className="changes">
      {items.map((change) => (
        <li key={`${change.collection}/${change.id}`} className="change">
          <div className="change__head">
            <h3>
              <span className="change__collection">{change.collection_fi}</span> {change.label}
            </h3>
            <span className={`mark mark--${change.change}`}>{change.change_fi}</span>
            {tools && <div className="change__tools">{tools(change)}</div>}
          </div>
          {change.change !== "changed" && <p className="hint">{said.changes[change.change]}</p>}
          <Lines lines={change.lines} />
        </li>
      ))}
    </ul>
  );
}
