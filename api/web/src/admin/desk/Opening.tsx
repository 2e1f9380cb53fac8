/** One time of a day, from its beginning to its end. */
import { fill } from "../../texts";
import said from "../../texts/desk_admin.json";
import { Button } from "../../ui/Button";
import type { Path } from "../wire/drafting";
import { useEditing } from "../editor/context";
import { PlaceProblems } from "../editor/PlaceProblems";
import { at, placeId, removed, textOf } from "../editor/tree";

const words = said.week;
const HOUR_AND_MINUTE = 5;

interface OpeningProps {
  list: Path;
  place: number;
  /** The day by name. */
  day: string;
}

export function Opening({ list, place, day }: OpeningProps) {
  const { content, change } = useEditing();
  const path = [...list, place];
  const where = { day, n: place + 1 };
  return (
    <div id={placeId(path)} className="opening" tabIndex={-1}>
      <Clock path={[...path, "opens"]} label={fill(words.opens, where)} />
      <span aria-hidden="true">{words.to}</span>
      <Clock path={[...path, "closes"]} label={fill(words.closes, where)} />
      <Button
        look="quiet"
        aria-label={fill(words.drop_label, where)}
        onClick={() => change(removed(content, list, place), fill(words.dropped, where), list)}
      >
        {words.drop}
      </Button>
      <PlaceProblems path={path} />
    </div>
  );
}

function Clock({ path, label }: { path: Path; label: string }) {
  const { content, set } = useEditing();
  return (
    <input
      className="field"
      type="time"
      aria-label={label}
      value={textOf(at(content, path)).slice(0, HOUR_AND_MINUTE)}
      onChange={(event) => set(path, event.target.value)}
    />
  );
}
