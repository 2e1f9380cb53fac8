/** A rule that there need not be: none at all, or ways in which it is fulfilled. */
import { useLabel, useEditing } from "../context";
import said from "../../../texts/admin.json";
import { Button } from "../../../ui/Button";
import { at, placeId, put } from "../tree";
import { Ways } from "../Ways";

export function Formula({ name }: { name: string }) {
  const { content, change } = useEditing();
  const label = useLabel(name);
  const path = [name];
  if (at(content, path) === null) {
    return (
      <div id={placeId(path)} tabIndex={-1}>
        <p className="hint">{said.form.no_formula}</p>
        <Button onClick={() => change(put(content, path, { ways: [{ lines: [] }] }), said.rules.way_added, path)}>
          {said.form.add_formula}
        </Button>
      </div>
    );
  }
  return (
    <div id={placeId(path)} role="group" aria-label={label} tabIndex={-1}>
      <Ways path={[name, "ways"]} />
      <Button look="quiet" onClick={() => change(put(content, path, null), said.form.formula_dropped, path)}>
        {said.form.drop_formula}
      </Button>
    </div>
  );
}
