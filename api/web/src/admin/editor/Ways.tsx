/** The ways in which a rule is fulfilled: any one way suffices, and in a way every line must hold. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { Path } from "../wire/drafting";
import { useEditing } from "./context";
import { ItemTools } from "./ItemTools";
import { Lines } from "./Lines";
import { PlaceProblems } from "./PlaceProblems";
import { added, listAt, placeId } from "./tree";

const words = said.rules;

export function Ways({ path }: { path: Path }) {
  const { content, change } = useEditing();
  const ways = listAt(content, path);
  const add = (): void => change(added(content, path, { lines: [] }), words.way_added, [...path, ways.length]);
  return (
    <div id={placeId(path)} className="ways" tabIndex={-1}>
      <PlaceProblems path={path} exact />
      {ways.length === 0 && <p className="hint">{words.never}</p>}
      {ways.map((_, place) => {
        const lines = [...path, place, "lines"];
        if (ways.length === 1) return <Lines key={place} kind="required" list={lines} heading={words.all} />;
        const name = fill(words.way, { n: place + 1 });
        return (
          <section key={place} id={placeId([...path, place])} className="way" tabIndex={-1} aria-label={name}>
            <div className="way__head">
              <h3>
                <span className="way__or">{place === 0 ? words.either : words.or}</span> {name}
              </h3>
              <ItemTools list={path} place={place} name={name} />
            </div>
            <PlaceProblems path={[...path, place]} exact />
            <Lines kind="required" list={lines} heading={words.all} level="h4" />
          </section>
        );
      })}
      <div className="ways__more">
        <Button onClick={add}>{ways.length === 0 ? words.add_first_way : words.add_way}</Button>
        <p className="hint">{words.way_hint}</p>
      </div>
    </div>
  );
}
