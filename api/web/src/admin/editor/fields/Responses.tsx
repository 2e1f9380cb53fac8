/** The needs that a service answers, and how well. */
import { fill } from "../../../texts";
import said from "../../../texts/admin.json";
import type { Content } from "../../wire/drafting";
import { useEditing, useLabel } from "../context";
import { ItemTools } from "../ItemTools";
import { PlaceProblems } from "../PlaceProblems";
import { added, listAt, placeId, textOf } from "../tree";
import { NamePicker } from "./NamePicker";

const LIST = ["responds_to"];
const STRENGTHS = [3, 2, 1];
const USUAL = 2;

export function Responses() {
  const { content, vocabulary, set, change } = useEditing();
  const label = useLabel("responds_to");
  const responses = listAt(content, LIST) as Content[];
  const nameOf = (id: string): string => vocabulary.needs.find((need) => need.id === id)?.label ?? id;
  const free = vocabulary.needs.filter(({ id }) => !responses.some(({ need }) => need === id));
  return (
    <div id={placeId(LIST)} tabIndex={-1}>
      <PlaceProblems path={LIST} exact />
      {responses.map(({ need, strength }, place) => {
        const name = nameOf(textOf(need));
        return (
          <div key={textOf(need)} id={placeId([...LIST, place])} className="item-row" tabIndex={-1}>
            <PlaceProblems path={[...LIST, place]} />
            <span className="item-row__name">{name}</span>
            <select
              className="field"
              aria-label={fill(said.form.strength_label, { name })}
              value={Number(strength)}
              onChange={(event) => set([...LIST, place, "strength"], Number(event.target.value))}
            >
              {STRENGTHS.map((one) => (
                <option key={one} value={one}>
                  {said.form.strengths[one - 1]}
                </option>
              ))}
            </select>
            <ItemTools list={LIST} place={place} name={name} copies={false} />
          </div>
        );
      })}
      <NamePicker
        label={label}
        items={free}
        onPick={(need) =>
          change(added(content, LIST, { need, strength: USUAL }), fill(said.form.added, { name: nameOf(need) }))
        }
      />
    </div>
  );
}
