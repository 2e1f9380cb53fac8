/** What the rules say of the person in the trial, line by line. */
import said from "../../texts/admin.json";
import { show } from "../editor/ReadingView";
import type { Trial, Verdict } from "../wire/catalogue";

const words = said.trial;
const MARKS = { yes: "✓", unknown: "?", no: "✕" };

interface AnswerProps {
  trial: Trial;
  collection: string;
  id: string;
}

export function Answer({ trial, collection, id }: AnswerProps) {
  const need = collection === "needs" ? trial.needs.find((one) => one.id === id) : undefined;
  if (need) return <p className={`verdict verdict--${need.verdict}`}>{words.need[need.verdict]}</p>;
  const own = collection === "services" ? trial.services[0] : undefined;
  if (own) return <OneService found={own} />;
  const suggested = trial.services.filter(({ in_set }) => in_set);
  return (
    <>
      <h3>{words.set}</h3>
      {suggested.length === 0 && <p className="hint">{words.set_empty}</p>}
      <ul>
        {suggested.map((one) => (
          <li key={one.id}>{one.name}</li>
        ))}
      </ul>
    </>
  );
}

function OneService({ found }: { found: Verdict }) {
  return (
    <>
      <p className={`verdict verdict--${found.verdict}`}>
        <span aria-hidden="true">{MARKS[found.verdict]}</span> {words.verdict[found.verdict]}
      </p>
      <p>{found.in_set ? words.in_set : words.not_in_set}</p>
      {found.why_not.map((text) => (
        <p key={text} className="hint">
          {text}
        </p>
      ))}
      {found.reasons.length > 0 && (
        <>
          <h3>{words.reasons}</h3>
          <ul className="trial__reasons">
            {found.reasons.map(({ text, verdict, path }, place) => (
              <li key={place} className={`reason reason--${verdict}`}>
                <span aria-hidden="true">{MARKS[verdict]}</span>
                <span className="visually-hidden">{words.mark[verdict]}</span>
                {path === null ? (
                  text
                ) : (
                  <button type="button" className="reading__link" onClick={() => show(path)}>
                    {text}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {found.missing.length > 0 && (
        <>
          <h3>{words.missing}</h3>
          <ul>
            {found.missing.map((one) => (
              <li key={one.id}>{one.label}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
