/** The week of the advisors: from when to when somebody is there, day by day. */
import { fill } from "../../texts";
import said from "../../texts/desk_admin.json";
import { Button } from "../../ui/Button";
import { useEditing } from "../editor/context";
import { PlaceProblems } from "../editor/PlaceProblems";
import { added, listAt, placeId, put } from "../editor/tree";
import { Opening } from "./Opening";

const words = said.week;
const WEEK = ["week"];
const WORKDAYS = ["tue", "wed", "thu", "fri"];
const USUAL = { opens: "09:00", closes: "16:00" };

export function Week() {
  const { content, change } = useEditing();
  const monday = listAt(content, [...WEEK, "mon"]);
  const copy = (): void =>
    change(
      WORKDAYS.reduce((next, day) => put(next, [...WEEK, day], monday), content),
      words.copied,
    );
  return (
    <div id={placeId(WEEK)} className="week" tabIndex={-1}>
      <PlaceProblems path={WEEK} exact />
      <table className="week__table">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.times}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(words.days).map(([day, name]) => {
            const list = [...WEEK, day];
            const openings = listAt(content, list);
            return (
              <tr key={day}>
                <th scope="row">{name}</th>
                <td id={placeId(list)} tabIndex={-1}>
                  {openings.length === 0 && <span className="hint">{words.closed}</span>}
                  {openings.map((_, place) => (
                    <Opening key={place} list={list} place={place} day={name} />
                  ))}
                  <Button
                    look="quiet"
                    aria-label={fill(words.add_label, { day: name })}
                    onClick={() => change(added(content, list, USUAL), fill(words.added, { day: name }))}
                  >
                    {words.add}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button onClick={copy}>{words.copy}</Button>
    </div>
  );
}
