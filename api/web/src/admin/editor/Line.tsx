/** One line of a rule: its conditions, why it is there, and where it comes from. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { HistoryButton } from "../versions/HistoryButton";
import type { Content, Path } from "../wire/drafting";
import { Conditions } from "./Conditions";
import { useEditing } from "./context";
import { Field } from "./fields/Field";
import { ItemTools } from "./ItemTools";
import { LineSource } from "./LineSource";
import { PlaceProblems } from "./PlaceProblems";
import { toPreferring, toRequired } from "./rules";
import { listAt, placeId, publishedPlace, textOf } from "./tree";

const words = said.rules;
const WEIGHTS = [1, 2, 3];

export type LineKind = "required" | "advisor" | "preferring";

interface LineProps {
  kind: LineKind;
  line: Content;
  list: Path;
  place: number;
  name: string;
}

export function Line({ kind, line, list, place, name }: LineProps) {
  const { collection, content, published, change } = useEditing();
  const path = [...list, place];
  const before = publishedPlace(published, list, line, place);
  const turn = (): void => {
    if (kind === "preferring") {
      const to = listAt(content, ["ways", 0, "lines"]).length;
      change(toRequired(content, place), fill(words.turned_required, { name }), ["ways", 0, "lines", to]);
    } else {
      const to = listAt(content, ["preferring"]).length;
      change(toPreferring(content, list, place), fill(words.turned_preferring, { name }), ["preferring", to]);
    }
  };
  return (
    <fieldset id={placeId(path)} className="line" tabIndex={-1}>
      <legend>{name}</legend>
      <PlaceProblems path={path} />
      <Conditions path={path} where={name} />
      <Field path={[...path, "why_fi"]} kind="long" label={words.why} />
      {kind === "preferring" ? (
        <Weight line={line} path={path} />
      ) : (
        <LineSource line={line} path={path} deciding={kind === "required"} />
      )}
      <div className="line__foot">
        {before && published && (
          <HistoryButton name={name} collection={collection} id={textOf(published.id)} path={before.join(".")} />
        )}
        <ItemTools list={list} place={place} name={name}>
          {collection === "services" && kind !== "advisor" && (
            <Button look="quiet" onClick={turn}>
              {kind === "preferring" ? words.to_required : words.to_preferring}
            </Button>
          )}
        </ItemTools>
      </div>
    </fieldset>
  );
}

function Weight({ line, path }: { line: Content; path: Path }) {
  const { set } = useEditing();
  return (
    <label className="labelled-row">
      {words.weight}
      <select
        className="field"
        value={Number(line.weight)}
        onChange={(event) => set([...path, "weight"], Number(event.target.value))}
      >
        {WEIGHTS.map((weight) => (
          <option key={weight} value={weight}>
            {words.weights[weight - 1]}
          </option>
        ))}
      </select>
    </label>
  );
}
