/** The form of an entry: the parts of its kind, and whatever else the entry has. */
import { Fragment } from "react";
import said from "../../texts/admin.json";
import { SkipLink } from "../../ui/SkipLink";
import { useEditing } from "./context";
import { FormPart, toPart } from "./FormPart";
import { LAYOUT, type Part } from "./layout";
import { useMoveKeys } from "./useMoveKeys";

export function Form() {
  const { collection, content, change } = useEditing();
  useMoveKeys({ content, change });
  const parts = LAYOUT[collection] ?? [];
  const shown = new Set(["id", ...parts.flatMap(({ fields }) => fields.map(([name]) => name))]);
  const rest: Part = {
    heading: "rest",
    fields: Object.keys(content)
      .filter((name) => !shown.has(name))
      .map((name) => [name, "structure"]),
  };
  const shownParts = [...parts, rest].filter(({ fields }) => fields.some(([name]) => name in content));
  return (
    <>
      {shownParts.length > 2 && (
        <nav className="form-jumps" aria-label={said.form.jumps}>
          {shownParts.map(({ heading }) => (
            <button key={heading} type="button" className="reading__link" onClick={() => toPart(heading)}>
              {said.form.headings[heading]}
            </button>
          ))}
        </nav>
      )}
      {shownParts.map((part) => (
        <Fragment key={part.heading}>
          <FormPart {...part} />
          {shownParts.length > 2 && <SkipLink to="rinnalla">{said.form.skip}</SkipLink>}
        </Fragment>
      ))}
    </>
  );
}
