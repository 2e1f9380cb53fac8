/** One place that two people changed: how it was, what each made of it, and which of them stays. */
import { useId } from "react";
import { fill } from "../../texts";
import { said } from "../drafts/said";
import type { Vocabulary } from "../wire/catalogue";
import type { Conflict, Resolution } from "../wire/drafting";
import { differing, told } from "./told";

const SIDES = ["base", "mine", "theirs"] as const;
const TAKEN = ["mine", "theirs"] as const;

interface ConflictItemProps {
  conflict: Conflict;
  vocabulary: Vocabulary;
  taken: Resolution["take"] | null;
  onTake: (take: Resolution["take"]) => void;
}

export function ConflictItem({ conflict, vocabulary, taken, onTake }: ConflictItemProps) {
  const name = useId();
  const whole = SIDES.map((side) => told(conflict[side], vocabulary));
  const own = differing(whole);
  const same = (whole[0]?.length ?? 0) - (own[0]?.length ?? 0);
  return (
    <fieldset className="panel merge-item">
      <legend>{`${conflict.label}: ${conflict.label_fi || said.merge.whole}`}</legend>
      <div className="merge-item__sides">
        {SIDES.map((side, place) => (
          <section key={side}>
            <h2>{said.merge.sides[side]}</h2>
            <ul>
              {own[place]?.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {same > 0 && <p className="hint">{fill(said.merge.same, { n: same })}</p>}
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
