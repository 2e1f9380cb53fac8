/** Which weeks to look at, and what to compare. */
import { useId, useState } from "react";
import said from "../../texts/statistics.json";
import { Button } from "../../ui/Button";
import type { Grouping, Question } from "./wire";

interface ControlsProps {
  /** What is shown now, with the days that the server has chosen where none were asked for. */
  shown: Question;
  onAsk: (question: Question) => void;
}

export function Controls({ shown, onAsk }: ControlsProps) {
  const id = useId();
  const [question, setQuestion] = useState(shown);
  const days = [
    { name: "from", label: said.from },
    { name: "to", label: said.to },
  ] as const;
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(question);
      }}
    >
      {days.map(({ name, label }) => (
        <div key={name} className="filters__one">
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <input
            id={`${id}-${name}`}
            className="field"
            type="date"
            value={question[name] ?? ""}
            onChange={(event) => setQuestion({ ...question, [name]: event.target.value || null })}
          />
        </div>
      ))}
      <div className="filters__one">
        <label htmlFor={`${id}-group`}>{said.group}</label>
        <select
          id={`${id}-group`}
          className="field"
          value={question.group}
          onChange={(event) => setQuestion({ ...question, group: event.target.value as Grouping })}
        >
          {Object.entries(said.groups).map(([group, label]) => (
            <option key={group} value={group}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" look="primary">
        {said.show}
      </Button>
    </form>
  );
}
