/** The conditions of a line: any one of them suffices. */
import said from "../../texts/admin.json";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import type { Path } from "../wire/drafting";
import { ConditionRow } from "./ConditionRow";
import { useEditing } from "./context";
import { conditionOn, type Condition } from "./rules";
import { added, listAt } from "./tree";

export function Conditions({ path, where }: { path: Path; where: string }) {
  const { content, vocabulary, change } = useEditing();
  const list = [...path, "any_of"];
  const conditions = listAt(content, list) as Condition[];
  const first = vocabulary.facts.find(({ id }) => id === conditions.at(-1)?.fact) ?? vocabulary.facts[0];
  return (
    <div className="conditions">
      {conditions.map((condition, place) => (
        <ConditionRow
          key={place}
          condition={condition}
          list={list}
          place={place}
          where={where}
          removable={conditions.length > 1}
        />
      ))}
      {first && (
        <Button
          look="quiet"
          className="conditions__more"
          aria-label={fill(said.rules.add_condition_label, { where })}
          onClick={() => change(added(content, list, conditionOn(first, "")), said.rules.condition_added)}
        >
          {said.rules.add_condition}
        </Button>
      )}
    </div>
  );
}
