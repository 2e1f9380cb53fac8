/** Everything that has been taught, and what to teach on one's own. */
import { useState } from "react";
import { Problem } from "../../staff/account/Problem";
import { moment } from "../../staff/account/moment";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { TableHead } from "../../ui/TableHead";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { useDoing } from "../drafts/useDoing";
import type { FactWords } from "../wire/catalogue";
import { actName, explained, said, valueName } from "./said";
import { Teach } from "./Teach";
import type { Content, Example, LearningApi } from "./wire";

interface ExamplesProps {
  api: LearningApi;
  facts: readonly FactWords[];
}

const words = said.examples;
const nameOf = (content: Content): string => (content.kind === "form" ? content.spoken : content.text);

export function Examples({ api, facts }: ExamplesProps) {
  const { mayEdit } = useAdmin();
  const remote = useRemote(api.examples, "");
  const [teaching, setTeaching] = useState<Content["kind"] | null>(null);
  const { busy, problem, start } = useDoing(remote.reload, explained);
  const items = remote.data?.items ?? [];
  return (
    <section className="stack__part">
      <p>{words.intro}</p>
      {mayEdit && (
        <div className="stack__tools">
          <Button onClick={() => setTeaching("form")}>{words.add_form}</Button>
          <Button onClick={() => setTeaching("message")}>{words.add_message}</Button>
        </div>
      )}
      <RemoteNotice remote={remote} />
      <Problem text={problem} />
      {remote.data && items.length === 0 && <p>{words.none}</p>}
      {items.length > 0 && (
        <div className="table-scroll">
          <table className="list-table">
            <TableHead names={Object.values(words.columns)} />
            <tbody>
              {items.map((one) => (
                <Row
                  key={one.id}
                  example={one}
                  facts={facts}
                  busy={busy}
                  onForget={() => start(() => api.forget(one.id), remote.reload)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {teaching && (
        <Teach
          api={api}
          facts={facts}
          from={null}
          kind={teaching}
          onClose={() => setTeaching(null)}
          onTaught={remote.reload}
        />
      )}
    </section>
  );
}

interface RowProps {
  example: Example;
  facts: readonly FactWords[];
  busy: boolean;
  onForget: () => void;
}

function Row({ example, facts, busy, onForget }: RowProps) {
  const { mayEdit } = useAdmin();
  const { content } = example;
  return (
    <tr>
      <th scope="row">
        {nameOf(content)}
        <span className="list-table__id">{example.id}</span>
      </th>
      <td>
        <ul className="learning-meanings">
          {meanings(content, facts).map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ul>
      </td>
      <td>
        {fill(said.models.by, { author: example.author, at: moment(example.at) })}
        {example.from_message && <span className="list-table__id">{words.from_message}</span>}
      </td>
      <td>
        {mayEdit && (
          <Button
            look="quiet"
            disabled={busy}
            aria-label={fill(words.remove_named, { what: nameOf(content) })}
            onClick={onForget}
          >
            {words.remove}
          </Button>
        )}
      </td>
    </tr>
  );
}

function meanings(content: Content, facts: readonly FactWords[]): string[] {
  if (content.kind === "form") return [fill(words.form_means, content)];
  const told = content.marks.map((mark) => {
    const fact = facts.find(({ id }) => id === mark.fact);
    const value = valueName(fact, mark.value);
    return fill(words.fact_means, { fact: fact?.label ?? mark.fact, value, words: mark.words });
  });
  return content.act === null ? told : [actName(content.act), ...told];
}
