/** A list of services or needs by name, in its order. */
import { fill } from "../../../texts";
import said from "../../../texts/admin.json";
import { Button } from "../../../ui/Button";
import type { Named } from "../../wire/catalogue";
import type { Path } from "../../wire/drafting";
import { useEditing, useLabel } from "../context";
import { PlaceProblems } from "../PlaceProblems";
import { added, listAt, placeId, removed } from "../tree";
import { NamePicker } from "./NamePicker";

interface NamesProps {
  path: Path;
  items: readonly Named[];
}

export function Names({ path, items }: NamesProps) {
  const { content, change } = useEditing();
  const label = useLabel(String(path.at(-1)));
  const chosen = listAt(content, path).map(String);
  const nameOf = (id: string): string => items.find((one) => one.id === id)?.label ?? id;
  const free = items.filter(({ id }) => !chosen.includes(id) && id !== content.id);
  return (
    <div id={placeId(path)} className="form-field" tabIndex={-1}>
      <PlaceProblems path={path} />
      <NamePicker
        label={label}
        items={free}
        onPick={(id) => change(added(content, path, id), fill(said.form.added, { name: nameOf(id) }))}
      />
      {chosen.length > 0 && (
        <ul className="name-chips" aria-label={label}>
          {chosen.map((id, place) => (
            <li key={id}>
              {nameOf(id)}
              <Button
                look="quiet"
                aria-label={fill(said.rules.drop, { name: nameOf(id) })}
                onClick={() => change(removed(content, path, place), fill(said.rules.dropped, { name: nameOf(id) }), path)}
              >
                {said.rules.drop_short}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
