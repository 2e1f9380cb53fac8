/** The services that cannot be had at the same time, and why. */
import { fill } from "../../../texts";
import said from "../../../texts/admin.json";
import type { Content } from "../../wire/drafting";
import { useEditing, useLabel } from "../context";
import { ItemTools } from "../ItemTools";
import { PlaceProblems } from "../PlaceProblems";
import { added, listAt, placeId, textOf } from "../tree";
import { Field } from "./Field";
import { NamePicker } from "./NamePicker";

const LIST = ["excludes"];

export function Exclusions() {
  const { content, vocabulary, change } = useEditing();
  const label = useLabel("excludes");
  const rivals = listAt(content, LIST) as Content[];
  const nameOf = (id: string): string => vocabulary.services.find((one) => one.id === id)?.label ?? id;
  const free = vocabulary.services.filter(
    ({ id }) => id !== content.id && !rivals.some(({ service }) => service === id),
  );
  return (
    <div id={placeId(LIST)} tabIndex={-1}>
      <PlaceProblems path={LIST} exact />
      {rivals.map(({ service }, place) => {
        const name = nameOf(textOf(service));
        return (
          <fieldset key={textOf(service)} id={placeId([...LIST, place])} className="line" tabIndex={-1}>
            <legend>{name}</legend>
            <PlaceProblems path={[...LIST, place]} exact />
            <Field path={[...LIST, place, "why_fi"]} kind="text" label={said.rules.why} />
            <ItemTools list={LIST} place={place} name={name} copies={false} />
          </fieldset>
        );
      })}
      <NamePicker
        label={label}
        items={free}
        onPick={(service) =>
          change(added(content, LIST, { service, why_fi: "" }), fill(said.form.added, { name: nameOf(service) }))
        }
      />
    </div>
  );
}
