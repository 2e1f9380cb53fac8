/** One condition: a fact, a comparison and a value. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { useEditing } from "./context";
import { FactSelect } from "./FactSelect";
import { conditionOn, takesSeveral, type Condition } from "./rules";
import { removed } from "./tree";
import { ValueInput } from "./ValueInput";
import type { Path } from "../wire/drafting";

const words = said.rules;

interface ConditionRowProps {
  condition: Condition;
  /** The list that it stands in, and its place there. */
  list: Path;
  place: number;
  /** Where it stands, in words. */
  where: string;
  removable: boolean;
}

export function ConditionRow({ condition, list, place, where, removable }: ConditionRowProps) {
  const { content, vocabulary, set, change } = useEditing();
  const path = [...list, place];
  const usable = vocabulary.facts.filter(({ operators }) => operators.length > 0);
  const fact = usable.find(({ id }) => id === condition.fact);
  return (
    <div className="condition">
      <span className="condition__or">{place > 0 && words.or}</span>
      <FactSelect
        facts={usable}
        value={condition.fact}
        label={fill(words.fact_label, { where })}
        onChange={(chosen) => set(path, conditionOn(chosen, condition.op, condition.value))}
      />
      {fact && (
        <>
          <select
            className="field condition__op"
            aria-label={fill(words.op_label, { where })}
            value={condition.op}
            onChange={(event) => set(path, conditionOn(fact, event.target.value, condition.value))}
          >
            {!fact.operators.some(({ id }) => id === condition.op) && (
              <option value={condition.op}>{fill(words.unknown, { id: condition.op })}</option>
            )}
            {fact.operators.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          <ValueInput
            fact={fact}
            several={takesSeveral(condition.op)}
            value={condition.value}
            label={fill(words.value_label, { where })}
            onChange={(value) => set([...path, "value"], value)}
          />
        </>
      )}
      {removable && (
        <Button
          look="quiet"
          className="condition__drop"
          aria-label={fill(words.drop_condition_label, { where, n: place + 1 })}
          onClick={() => change(removed(content, list, place), words.condition_dropped, list.slice(0, -1))}
        >
          {words.drop_condition}
        </Button>
      )}
    </div>
  );
}
