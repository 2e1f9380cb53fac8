/** One place that two people changed: how it was, what each made of it, and which of them stays. */
import { useId } from "react";
import { said } from "../drafts/said";
import type { Conflict, Resolution } from "../wire/drafting";
import { ContentValue, type Names } from "./ContentValue";

const SIDES = ["base", "mine", "theirs"] as const;
const TAKEN = ["mine", "theirs"] as const;

interface ConflictItemProps {
  conflict: Conflict;
  names: Names;
  taken: Resolution["take"] | null;
  onTake: (take: Resolution["take"]) => void;
}

export function ConflictItem({ conflict, names, taken, onTake }: ConflictItemProps) {
  const name = useId();
  return (
    <fieldset className="panel merge-item">
      <legend>{`${conflict.label}: ${conflict.label_fi || said.merge.whole}`}</legend>
      <div className="merge-item__sides">
        {SIDES.map((side) => (
          <section key={side}>
            <h3>{said.merge.sides[side]}</h3>
            <ContentValue value={conflict[side]} names={names} />
          </section>
        ))}
      </div>
      <div className="radios">
        {TAKEN.map((take) => (
          <label key={take}>
            <input type="radio" name={name} checked={taken === take} onChange={() => onTake(take)} />
            {said.merge.take[take]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
