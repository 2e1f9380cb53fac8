/** What is known of a person: facts with their values, added and taken away one at a time. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { FactWords } from "../wire/catalogue";
import type { Content, Json } from "../wire/drafting";
import { FactSelect } from "./FactSelect";
import { conditionOn } from "./rules";
import { ValueInput } from "./ValueInput";

const words = said.trial;

interface FactValuesProps {
  facts: readonly FactWords[];
  values: Content;
  onChange: (values: Content) => void;
}

export function FactValues({ facts, values, onChange }: FactValuesProps) {
  const known = Object.entries(values);
  const free = facts.filter(({ id, type }) => !(id in values) && type !== "text");
  return (
    <div className="fact-values">
      {known.map(([id, value]) => {
        const fact = facts.find((one) => one.id === id);
        const name = fact?.label ?? id;
        return (
          <div key={id} className="fact-value">
            <span className="fact-value__name">{name}</span>
            {fact && (
              <ValueInput
                fact={fact}
                several={fact.type === "set"}
                value={value}
                label={name}
                onChange={(next) => onChange({ ...values, [id]: next })}
              />
            )}
            <Button
              look="quiet"
              aria-label={fill(said.rules.drop, { name })}
              onClick={() => onChange(Object.fromEntries(known.filter(([one]) => one !== id)))}
            >
              {said.rules.drop_short}
            </Button>
          </div>
        );
      })}
      <FactSelect
        facts={free}
        value=""
        label={words.add_fact}
        empty={words.add_fact}
        onChange={(fact) => onChange({ ...values, [fact.id]: firstValue(fact) })}
      />
    </div>
  );
}

function firstValue(fact: FactWords): Json {
  return fact.type === "set" ? [] : conditionOn(fact, "is").value;
}
