/** The days on which nobody is there, in their order. */
import { useId, useState } from "react";
import { fill } from "../../texts";
import rules from "../../texts/admin.json";
import said from "../../texts/desk_admin.json";
import { Button } from "../../ui/Button";
import { day } from "../drafts/said";
import { useEditing, useLabel } from "../editor/context";
import { PlaceProblems } from "../editor/PlaceProblems";
import { listAt, placeId, put, removed } from "../editor/tree";

const words = said.days_off;
const LIST = ["closed_on"];

export function DaysOff() {
  const { content, change } = useEditing();
  const label = useLabel("closed_on");
  const [next, setNext] = useState("");
  const id = useId();
  const days = listAt(content, LIST).map(String);
  const add = (): void => {
    change(put(content, LIST, [...new Set([...days, next])].sort()), fill(words.added, { day: day(next) }));
    setNext("");
  };
  return (
    <div id={placeId(LIST)} className="form-field" tabIndex={-1}>
      <PlaceProblems path={LIST} />
      {days.length === 0 && <p className="hint">{words.none}</p>}
      <ul className="name-chips" aria-label={label}>
        {days.map((one, place) => (
          <li key={one}>
            {day(one)}
            <Button
              look="quiet"
              aria-label={fill(rules.rules.drop, { name: day(one) })}
              onClick={() => change(removed(content, LIST, place), fill(rules.rules.dropped, { name: day(one) }), LIST)}
            >
              {rules.rules.drop_short}
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={id}>{words.new}</label>
      <div className="labelled-row">
        <input id={id} className="field" type="date" value={next} onChange={(event) => setNext(event.target.value)} />
        <Button disabled={next === ""} onClick={add}>
          {words.add}
        </Button>
      </div>
    </div>
  );
}
