/** Lines one after another, under the heading that says how they count. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import type { Content, Path } from "../wire/drafting";
import { useEditing } from "./context";
import { Line, type LineKind } from "./Line";
import { PlaceProblems } from "./PlaceProblems";
import { newLine, newPreference } from "./rules";
import { added, listAt, placeId } from "./tree";

const words = said.rules;

interface LinesProps {
  kind: LineKind;
  list: Path;
  heading: string;
  level?: "h3" | "h4";
}

export function Lines({ kind, list, heading, level: Heading = "h3" }: LinesProps) {
  const { content, vocabulary, change } = useEditing();
  const lines = listAt(content, list) as Content[];
  const [fact] = vocabulary.facts;
  const add = (): void => {
    if (!fact) return;
    const line = kind === "preferring" ? newPreference(fact) : newLine(fact);
    change(added(content, list, line), words.line_added, [...list, lines.length]);
  };
  return (
    <div id={placeId(list)} className={`lines lines--${kind}`} tabIndex={-1}>
      <Heading>{heading}</Heading>
      <PlaceProblems path={list} exact />
      {lines.length === 0 && <p className="hint">{words.empty[kind]}</p>}
      {lines.map((line, place) => (
        <Line
          key={place}
          kind={kind}
          line={line}
          list={list}
          place={place}
          name={fill(words.names[kind], { n: place + 1 })}
        />
      ))}
      <Button onClick={add}>{words.add[kind]}</Button>
    </div>
  );
}
