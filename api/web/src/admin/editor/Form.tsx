/** The form of an entry: the parts of its kind, and whatever else the entry has. */
import { useEditing } from "./context";
import { FormPart } from "./FormPart";
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
  return (
    <>
      {[...parts, rest].map((part) => (
        <FormPart key={part.heading} {...part} />
      ))}
    </>
  );
}
