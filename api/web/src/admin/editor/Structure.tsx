/** Any content as a form: what has no control of its own is drawn by its shape. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { Content, Json, Path } from "../wire/drafting";
import { choicesOf } from "./choices";
import { ConditionRow } from "./ConditionRow";
import { Conditions } from "./Conditions";
import { useEditing, useLabel } from "./context";
import { Field, type FieldKind } from "./fields/Field";
import { ItemTools } from "./ItemTools";
import { besideEachOther } from "./layout";
import { PlaceProblems } from "./PlaceProblems";
import { OwnValue } from "./OwnValue";
import type { Condition } from "./rules";
import { added, at, listAt, placeId } from "./tree";

/** What a new item begins with in lists that may be empty. */
const SHAPES: Record<string, Content> = {
  quick_replies_fi: { label_fi: "", label_selko: null, value: null, answer: null },
  values: { id: "", label_fi: "", label_selko: null },
  must_not_include: { service: "", reason_fi: "", basis: null, by: null },
};
/** Places that hold a value of the very fact that is edited. */
const OWN_VALUES = /^(?:when_not_asked|quick_replies_fi\.\d+\.value)$/;
const LONG_NAMES = /^(?:fi|selko|sv|en|.*_(?:fi|selko))$/;
const DAY_NAMES = /^(?:valid_from|valid_to|.*_on)$/;

const isObject = (value: Json | undefined): value is Content =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isCondition = (value: Content): value is Condition => "fact" in value && "op" in value;

export function Structure({ path }: { path: Path }) {
  const { content, vocabulary } = useEditing();
  const value = at(content, path);
  const name = String(path.at(-1));
  if (OWN_VALUES.test(path.join("."))) return <OwnValue path={path} />;
  if (name === "service") return <Field path={path} kind="choice" options={vocabulary.services} />;
  const choices = choicesOf(name);
  if (choices.length > 0) return <Field path={path} kind="choice" options={choices} />;
  if (Array.isArray(value)) {
    const items = name in SHAPES || value.some(isObject) || value.some(Array.isArray);
    return items ? <Items path={path} /> : <Field path={path} kind="words" />;
  }
  if (isObject(value)) return <Parts path={path} value={value} />;
  return <Field path={path} kind={kindOf(name, value)} />;
}

function kindOf(name: string, value: Json | undefined): FieldKind {
  if (typeof value === "boolean") return "flag";
  if (typeof value === "number") return "number";
  if (DAY_NAMES.test(name)) return "date";
  return LONG_NAMES.test(name) ? "long" : "text";
}

function Parts({ path, value }: { path: Path; value: Content }) {
  const name = String(path.at(-1));
  const label = useLabel(name);
  const list = path.slice(0, -1);
  if (isCondition(value)) {
    return <ConditionRow condition={value} list={list} place={Number(name)} where={label} removable={false} />;
  }
  const inList = /^\d+$/.test(name);
  return (
    <div className="structure" {...(!inList && { role: "group", "aria-label": label })}>
      {!inList && <strong>{label}</strong>}
      {besideEachOther(Object.keys(value).map((part) => ({ name: part }))).map((row) => (
        <div key={row[0]?.name} className="form-pair">
          {row.map(({ name: part }) =>
            part === "any_of" ? (
              <Conditions key={part} path={path} where={label} />
            ) : (
              <Structure key={part} path={[...path, part]} />
            ),
          )}
        </div>
      ))}
    </div>
  );
}

function Items({ path }: { path: Path }) {
  const { content, change } = useEditing();
  const own = String(path.at(-1));
  const label = useLabel(own);
  const items = listAt(content, path);
  const last = SHAPES[own] ?? items.at(-1);
  return (
    <fieldset id={placeId(path)} className="structure__list" tabIndex={-1}>
      <legend>{label}</legend>
      <PlaceProblems path={path} exact />
      {items.map((_, place) => {
        const name = `${label} ${place + 1}`;
        return (
          <div key={place} id={placeId([...path, place])} className="line" role="group" aria-label={name} tabIndex={-1}>
            <Structure path={[...path, place]} />
            <ItemTools list={path} place={place} name={name} />
          </div>
        );
      })}
      {last !== undefined && (
        <Button onClick={() => change(added(content, path, last), said.form.item_added, [...path, items.length])}>
          {fill(said.form.add_item, { name: label.toLocaleLowerCase("fi") })}
        </Button>
      )}
    </fieldset>
  );
}
