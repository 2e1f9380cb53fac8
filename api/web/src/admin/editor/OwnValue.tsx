/** A value of the fact that is being edited, where there may also be none. */
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { Path } from "../wire/drafting";
import { useEditing, useLabel } from "./context";
import { PlaceProblems } from "./PlaceProblems";
import { conditionOn } from "./rules";
import { at, placeId } from "./tree";
import { ValueInput } from "./ValueInput";

export function OwnValue({ path }: { path: Path }) {
  const { content, vocabulary, set } = useEditing();
  const label = useLabel(String(path.at(-1)));
  const fact = vocabulary.facts.find(({ id }) => id === content.id);
  const value = at(content, path) ?? null;
  if (!fact) return null;
  const several = fact.type === "set";
  return (
    <div id={placeId(path)} className="form-field" role="group" aria-label={label} tabIndex={-1}>
      <strong>{label}</strong>
      <PlaceProblems path={path} />
      {value === null ? (
        <Button look="quiet" onClick={() => set(path, several ? [] : conditionOn(fact, "is").value)}>
          {said.form.give_value}
        </Button>
      ) : (
        <>
          <ValueInput
            fact={fact}
            several={several}
            value={value}
            label={label}
            onChange={(next) => set(path, next)}
          />
          <Button look="quiet" onClick={() => set(path, null)}>
            {said.form.no_value}
          </Button>
        </>
      )}
    </div>
  );
}
