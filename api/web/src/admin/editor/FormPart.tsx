/** A heading of the form and its fields, each with the control of its kind. */
import said from "../../texts/admin.json";
import { groupName } from "../catalogue/groups";
import { DaysOff } from "../desk/DaysOff";
import { LANGUAGES } from "../desk/languages";
import { Week } from "../desk/Week";
import { choicesOf } from "./choices";
import { useEditing } from "./context";
import { FactValues } from "./FactValues";
import { Exclusions } from "./fields/Exclusions";
import { Field } from "./fields/Field";
import { Formula } from "./fields/Formula";
import { Names } from "./fields/Names";
import { Responses } from "./fields/Responses";
import { Steps } from "./fields/Steps";
import { besideEachOther, type Part, type PartKind } from "./layout";
import { Lines } from "./Lines";
import { PlaceProblems } from "./PlaceProblems";
import { Structure } from "./Structure";
import { at, placeId } from "./tree";
import { Ways } from "./Ways";
import type { Content } from "../wire/drafting";

const HINTS: Record<string, string> = said.form.hints;

export function FormPart({ heading, fields }: Part) {
  const { content } = useEditing();
  const present = fields.filter(([name]) => name in content).map(([name, kind]) => ({ name, kind }));
  const hint = HINTS[heading];
  return (
    <section className="form-part" aria-labelledby={`osa-${heading}`}>
      <h2 id={`osa-${heading}`} tabIndex={-1}>
        {said.form.headings[heading]}
      </h2>
      {hint && <p className="hint">{hint}</p>}
      <div className="form-grid">
        {besideEachOther(present).map((row) => (
          <div key={row[0]?.name} className="form-pair">
            {row.map(({ name, kind }) => (
              <Control key={name} name={name} kind={kind} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Goes to a part of the form. */
export function toPart(heading: Part["heading"]): void {
  const title = document.getElementById(`osa-${heading}`);
  title?.focus();
  title?.scrollIntoView({ block: "start" });
}

function Control({ name, kind }: { name: string; kind: PartKind }) {
  const { content, vocabulary, set, collection } = useEditing();
  const path = [name];
  switch (kind) {
    case "ways":
      return <Ways path={path} />;
    case "formula":
      return <Formula name={name} />;
    case "advisor":
      return <Lines kind="advisor" list={path} heading={said.rules.advisor} />;
    case "preferring":
      return <Lines kind="preferring" list={path} heading={said.rules.speaking_for} />;
    case "responses":
      return <Responses />;
    case "exclusions":
      return <Exclusions />;
    case "services":
      return <Names path={path} items={vocabulary.services} />;
    case "needs":
      return <Names path={path} items={vocabulary.needs} />;
    case "steps":
      return <Steps />;
    case "facts":
      return (
        <div id={placeId(path)} tabIndex={-1}>
          <PlaceProblems path={path} />
          <FactValues
            facts={vocabulary.facts}
            values={(at(content, path) ?? {}) as Content}
            onChange={(values) => set(path, values)}
          />
        </div>
      );
    case "structure":
      return <Structure path={path} />;
    case "group": {
      const all = collection === "facts" ? vocabulary.facts : vocabulary.services;
      const groups = [...new Set(all.map(({ group }) => group))].map((id) => ({ id, label: groupName(id) }));
      return <Field path={path} kind="choice" options={groups} />;
    }
    case "languages":
      return <Names path={path} items={LANGUAGES} />;
    case "region":
      return <Field path={path} kind="choice" options={vocabulary.regions} />;
    case "wellbeing_area":
      return <Field path={path} kind="choice" options={vocabulary.wellbeing_areas} />;
    case "municipalities":
    case "regions":
    case "wellbeing_areas":
      return <Names path={path} items={vocabulary[kind]} />;
    case "week":
      return <Week />;
    case "days_off":
      return <DaysOff />;
    case "choice":
      return <Field path={path} kind="choice" options={choicesOf(name)} />;
    case "text":
    case "long":
    case "date":
    case "number":
    case "flag":
    case "words":
      return <Field path={path} kind={kind} />;
  }
}
