/** Shows what has changed in the set, as a difference and not as a new page; said aloud once. */
import { IconArrowRight, IconClose, IconMinus, IconPlus } from "suomifi-icons";
import type { ReactNode } from "react";
import { fill, texts } from "../texts";
import type { Difference } from "../wire/case";
import { Button } from "../ui/Button";
import { changes } from "./difference";

interface DifferenceNoteProps {
  title: string;
  changed: Difference;
  onDismiss: () => void;
}

function Line({ kind, icon, children }: { kind: string; icon: ReactNode; children: string }) {
  return (
    <li className={`difference__line difference__line--${kind}`}>
      <span aria-hidden="true">{icon}</span>
      {children}
    </li>
  );
}

export function DifferenceNote({ title, changed, onDismiss }: DifferenceNoteProps) {
  const { added, removed, moved, needs_added, needs_removed } = changed;
  const say = texts.difference;
  const phases = texts.result.phases;
  return (
    <section className="difference" role="status" aria-label={title}>
      <div className="difference__head">
        <strong>{title}</strong>
        <Button look="quiet" aria-label={say.dismiss} icon={<IconClose />} onClick={onDismiss} />
      </div>
      {!changes(changed) && <p className="hint">{say.same}</p>}
      <ul>
        {added.map((one) => (
          <Line key={one.service} kind="added" icon={<IconPlus />}>
            {fill(say.added, one)}
          </Line>
        ))}
        {removed.map((one) => (
          <Line key={one.service} kind="removed" icon={<IconMinus />}>
            {fill(say.removed, one)}
          </Line>
        ))}
        {moved.map(({ service, name, from, to }) => (
          <Line key={service} kind="moved" icon={<IconArrowRight />}>
            {fill(say.moved, { name, from: phases[from], to: phases[to] })}
          </Line>
        ))}
        {needs_added.map((one) => (
          <Line key={one.id} kind="added" icon={<IconPlus />}>
            {fill(say.needs_added, one)}
          </Line>
        ))}
        {needs_removed.map((one) => (
          <Line key={one.id} kind="removed" icon={<IconMinus />}>
            {fill(say.needs_removed, one)}
          </Line>
        ))}
      </ul>
    </section>
  );
}
