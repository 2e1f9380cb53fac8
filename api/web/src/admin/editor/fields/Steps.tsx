/** The first step of people in a certain situation. */
import { fill } from "../../../texts";
import said from "../../../texts/admin.json";
import { Button } from "../../../ui/Button";
import { Conditions } from "../Conditions";
import { useEditing } from "../context";
import { ItemTools } from "../ItemTools";
import { PlaceProblems } from "../PlaceProblems";
import { conditionOn } from "../rules";
import { added, listAt, placeId } from "../tree";
import { Field } from "./Field";

const LIST = ["first_steps_when"];

export function Steps() {
  const { content, vocabulary, change } = useEditing();
  const steps = listAt(content, LIST);
  const [fact] = vocabulary.facts;
  const add = (): void => {
    if (!fact) return;
    const step = { any_of: [conditionOn(fact, "")], step_fi: "", step_selko: null };
    change(added(content, LIST, step), said.rules.line_added, [...LIST, steps.length]);
  };
  return (
    <div id={placeId(LIST)} tabIndex={-1}>
      {steps.map((_, place) => {
        const path = [...LIST, place];
        const name = fill(said.form.step, { n: place + 1 });
        return (
          <fieldset key={place} id={placeId(path)} className="line" tabIndex={-1}>
            <legend>{name}</legend>
            <PlaceProblems path={path} />
            <Conditions path={path} where={name} />
            <div className="form-pair">
              <Field path={[...path, "step_fi"]} kind="long" />
              <Field path={[...path, "step_selko"]} kind="long" />
            </div>
            <ItemTools list={LIST} place={place} name={name} />
          </fieldset>
        );
      })}
      <Button onClick={add}>{said.form.add_step}</Button>
    </div>
  );
}
