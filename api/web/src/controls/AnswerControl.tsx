/** The control of one question or fact; the same in the chat and in the panel of facts. */
import type { ReactNode } from "react";
import { texts } from "../texts";
import type { Control, Option, Value } from "../wire/messages";
import { several, screen, single, type Answer } from "./answers";
import { MultiList } from "./MultiList";
import { MunicipalitySearch } from "./MunicipalitySearch";
import { NumberControl } from "./NumberControl";
import { OptionList } from "./OptionList";
import { ScaleControl } from "./ScaleControl";
import { TextControl } from "./TextControl";

export interface ControlSpec {
  fact: string;
  control: Control;
  options: readonly Option[];
  min?: number | null;
  max?: number | null;
  unit?: string | null;
  initial?: Value;
}

interface AnswerControlProps {
  spec: ControlSpec;
  submit: string;
  onAnswer: (answer: Answer) => void;
  /** The chat has its own box for free text; the panel needs one here. */
  withText?: boolean;
  disabled?: boolean;
  /** Other ways on, next to the button that sends several picked options. */
  beside?: ReactNode;
}

function picked(options: readonly Option[], initial: Value | undefined): Option[] {
  const values = Array.isArray(initial) ? initial : [];
  return options.filter((option) => {
    const own = Array.isArray(option.value) ? option.value : [option.value];
    return own.length > 0 && own.every((value) => typeof value === "string" && values.includes(value));
  });
}

export function AnswerControl(props: AnswerControlProps) {
  const { spec, submit, onAnswer, withText = false, disabled = false, beside } = props;
  const { fact, control, options, min, max, unit, initial } = spec;
  const give = (value: Value, label: string): void => onAnswer({ choices: [{ fact, value }], label });
  const wayOuts = options.filter((option) => option.answer !== undefined);
  const values = options.filter((option) => option.answer === undefined);
  const pick = (option: Option): void => onAnswer({ choices: [single(option, fact)], label: option.label });
  const quick = <OptionList options={control === "municipality" ? wayOuts : options} onPick={pick} disabled={disabled} />;
  const exits = wayOuts.length > 0 && <OptionList options={wayOuts} onPick={pick} disabled={disabled} />;
  switch (control) {
    case "choice":
      return quick;
    case "multi":
    case "screen":
      return (
        <>
          <MultiList
            options={values}
            initial={picked(values, initial)}
            done={submit}
            disabled={disabled}
            beside={beside}
            onDone={(chosen, seen) => onAnswer(control === "multi" ? several(chosen, fact) : screen(chosen, seen))}
          />
          {exits}
        </>
      );
    case "scale":
      return (
        <>
          <ScaleControl
            min={min ?? 0}
            max={max ?? 10}
            disabled={disabled}
            onPick={(value) => give(value, String(value))}
          />
          {exits}
        </>
      );
    case "number":
      return (
        <>
          <NumberControl
            min={min}
            max={max}
            unit={unit}
            submit={submit}
            disabled={disabled}
            onAnswer={(value) => give(value, unit ? `${value} ${unit}` : String(value))}
          />
          {quick}
        </>
      );
    case "municipality":
      return (
        <>
          <MunicipalitySearch disabled={disabled} onPick={(name) => give(name, name)} />
          {quick}
        </>
      );
    case "text":
      return (
        <>
          {withText && <TextControl submit={submit} label={texts.facts.new_value} onAnswer={(text) => give(text, text)} />}
          {quick}
        </>
      );
  }
}
