/** One thing that the assistant has understood: what, from which words, and the means to change or remove it. */
import { IconEdit, IconRemove } from "suomifi-icons";
import { useState } from "react";
import { AnswerControl } from "../controls/AnswerControl";
import type { Answer } from "../controls/answers";
import { fill, texts } from "../texts";
import { capitalised } from "../texts/sentences";
import type { Choice, Option } from "../wire/messages";
import type { Fact } from "../wire/suggestion";
import { Button } from "../ui/Button";

interface FactItemProps {
  fact: Fact;
  /** Absent where the facts are only read. */
  change?: (choice: Choice) => Promise<boolean>;
  remove?: () => Promise<boolean>;
}

function shown(fact: Fact): string {
  if (fact.status === "declined") return texts.facts.declined;
  if (fact.status === "dont_know") return texts.facts.dont_know;
  if (typeof fact.value === "boolean") return fact.value ? texts.facts.true : texts.facts.false;
  const value = Array.isArray(fact.value) ? fact.value.join(", ") : String(fact.value);
  return fact.value_label ?? value;
}

function optionsOf(fact: Fact): Option[] {
  const known = fact.options.some((option) => option.answer === "declined");
  return known ? fact.options : [...fact.options, { label: texts.facts.decline, answer: "declined" }];
}

function tag(fact: Fact): string | null {
  return fact.sensitivity === "basic" ? null : texts.facts[fact.sensitivity];
}

/** A yes or a no is told as a sentence; anything else as a label and its value. */
function What({ fact }: { fact: Fact }) {
  const mark = tag(fact) && <span className="fact__tag">{tag(fact)}</span>;
  if (fact.told) {
    return (
      <span className="fact__value">
        {capitalised(fact.told)} {mark}
      </span>
    );
  }
  return (
    <>
      <span className="fact__label">
        {fact.label}
        {mark}
      </span>
      <span className="fact__value">{shown(fact)}</span>
    </>
  );
}

export function FactItem({ fact, change, remove }: FactItemProps) {
  const [editing, setEditing] = useState(false);
  const answer = ({ choices }: Answer): void => {
    const [choice] = choices;
    if (choice && change) void change(choice).then((saved) => saved && setEditing(false));
  };
  return (
    <li className="fact">
      <div className="fact__row">
        <div className="fact__what">
          <What fact={fact} />
          {fact.words && <q className="fact__words">{fact.words}</q>}
          {fact.by === "advisor" && <span className="hint">{texts.case.by_advisor}</span>}
        </div>
        {change && (
          <div className="fact__acts">
            <Button
              look="quiet"
              icon={<IconEdit />}
              aria-label={fill(texts.facts.edit_label, { label: fact.label })}
              aria-expanded={editing}
              onClick={() => setEditing((before) => !before)}
            />
            <Button
              look="quiet"
              icon={<IconRemove />}
              aria-label={fill(texts.facts.remove_label, { label: fact.label })}
              onClick={() => void remove?.()}
            />
          </div>
        )}
      </div>
      {editing && (
        <div className="fact__editor">
          <AnswerControl
            spec={{ ...fact, options: optionsOf(fact), initial: fact.value }}
            submit={texts.facts.save}
            withText
            onAnswer={answer}
          />
        </div>
      )}
    </li>
  );
}
