/** A message, what its writer wants, and the facts that it tells. */
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { Labelled } from "../../ui/Labelled";
import { FactSelect } from "../editor/FactSelect";
import { conditionOn } from "../editor/rules";
import { ValueInput } from "../editor/ValueInput";
import type { FactWords } from "../wire/catalogue";
import { said } from "./said";
import { WordsField } from "./WordsField";
import type { Mark, Said } from "./wire";

const words = said.teach;
const UNTAUGHT = ["text", "municipality"];

interface MessageFieldsProps {
  said: Said;
  facts: readonly FactWords[];
  onChange: (said: Said) => void;
}

export function MessageFields({ said: message, facts, onChange }: MessageFieldsProps) {
  const setMarks = (marks: Mark[]): void => onChange({ ...message, marks });
  const mark = (at: number, changed: Partial<Mark>): void =>
    setMarks(message.marks.map((one, place) => (place === at ? { ...one, ...changed } : one)));
  return (
    <>
      <WordsField
        label={words.text}
        hint={words.text_hint}
        long
        value={message.text}
        onChange={(text) => onChange({ ...message, text })}
      />
      <Labelled label={words.act}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={message.act ?? ""}
            onChange={(event) => onChange({ ...message, act: event.target.value || null })}
          >
            <option value="">{words.act_none}</option>
            {Object.entries(said.acts).map(([act, label]) => (
              <option key={act} value={act}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <fieldset className="learning-marks">
        <legend>{words.marks}</legend>
        {message.marks.map((one, place) => (
          <MarkRow
            key={one.fact}
            mark={one}
            fact={facts.find((fact) => fact.id === one.fact)}
            onChange={(changed) => mark(place, changed)}
            onDrop={() => setMarks(message.marks.filter((_, other) => other !== place))}
          />
        ))}
        <FactSelect
          facts={facts.filter(({ id: fact, type }) => isFree(message, fact) && !UNTAUGHT.includes(type))}
          value=""
          label={words.add_mark}
          empty={words.add_mark}
          onChange={(fact) => setMarks([...message.marks, { fact: fact.id, value: firstValue(fact), words: "" }])}
        />
      </fieldset>
    </>
  );
}

interface MarkRowProps {
  mark: Mark;
  fact: FactWords | undefined;
  onChange: (changed: Partial<Mark>) => void;
  onDrop: () => void;
}

function MarkRow({ mark, fact, onChange, onDrop }: MarkRowProps) {
  const name = fact?.label ?? mark.fact;
  return (
    <div className="learning-mark">
      <strong>{name}</strong>
      {fact && (
        <ValueInput
          fact={fact}
          several={false}
          value={mark.value}
          label={fill(words.value, { fact: name })}
          onChange={(value) => onChange({ value })}
        />
      )}
      <WordsField
        label={words.words}
        hint={words.words_hint}
        value={mark.words}
        onChange={(told) => onChange({ words: told })}
      />
      <Button look="quiet" onClick={onDrop}>
        {fill(words.drop, { fact: name })}
      </Button>
    </div>
  );
}

const isFree = (message: Said, fact: string): boolean => message.marks.every((one) => one.fact !== fact);
const firstValue = (fact: FactWords) => conditionOn(fact, fact.type === "set" ? "has" : "is").value;
