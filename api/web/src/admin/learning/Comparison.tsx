/** One model beside the one that reads, act by act and fact by fact. */
import { useState } from "react";
import { InlineAlert } from "suomifi-ui-components";
import { fill } from "../../texts";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { TableHead } from "../../ui/TableHead";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import { actName, modelName, said, share } from "./said";
import type { LearningApi, ModelDetails, ScoreRow } from "./wire";

const words = said.comparison;
const TOTAL = "*";

export function Comparison({ api, model }: { api: LearningApi; model: number }) {
  const { draft } = useAdmin();
  const remote = useRemote(() => api.model(model), model);
  const found = remote.data;
  return (
    <section className="stack__part">
      <a href={linkTo(["oppiminen", "mallit"], draft?.id ?? null)}>{words.back}</a>
      <RemoteNotice remote={remote} />
      {found && <h2>{fill(words.title, { model: modelName(found) })}</h2>}
      {found && <Whole model={found} />}
    </section>
  );
}

function Whole({ model }: { model: ModelDetails }) {
  const [all, setAll] = useState(false);
  const { comparison } = model;
  const authors = [...new Set(model.provenance.map(({ author }) => author))].join(", ");
  const wrong = { n: model.wrong.length, ids: model.wrong.join(", ") };
  return (
    <>
      {comparison === null ? (
        <p>{words.none}</p>
      ) : (
        <InlineAlert status={comparison.lower ? "warning" : "neutral"}>
          {comparison.lower ? words.lower : words.not_lower}
        </InlineAlert>
      )}
      {model.provenance.length > 0 && <p>{fill(words.provenance, { n: model.provenance.length, authors })}</p>}
      {wrong.n > 0 && <p>{fill(words.wrong, wrong)}</p>}
      {comparison && (
        <>
          <label className="filters__check">
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
            {words.all}
          </label>
          <Scores title={words.acts} rows={comparison.acts} all={all} nameOf={({ id }) => actName(id)} />
          <Scores title={words.facts} rows={comparison.facts} all={all} nameOf={({ id, label }) => label ?? id} />
        </>
      )}
    </>
  );
}

interface ScoresProps {
  title: string;
  rows: ScoreRow[];
  all: boolean;
  nameOf: (row: ScoreRow) => string;
}

function Scores({ title, rows, all, nameOf }: ScoresProps) {
  const shown = rows.filter((row) => all || row.id === TOTAL || row.before !== row.after);
  return (
    <div className="table-scroll">
      <h3>{title}</h3>
      <table className="list-table">
        <TableHead names={Object.values(words.columns)} />
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.id === TOTAL ? words.total : nameOf(row)}</th>
              <td className="learning-number">{row.occurs}</td>
              <td className="learning-number">{share(row.before)}</td>
              <td className="learning-number">{share(row.after)}</td>
              <td className="learning-number">{change(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 1 && !all && <p className="hint">{words.unchanged}</p>}
    </div>
  );
}

const SIGNED = new Intl.NumberFormat("fi-FI", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: "exceptZero",
});

const change = ({ before, after }: ScoreRow): string =>
  before === after ? "–" : SIGNED.format(((after ?? 0) - (before ?? 0)) * 100);
