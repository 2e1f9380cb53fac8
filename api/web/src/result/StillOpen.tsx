/** What the path leaves open: questions for a professional, needs without a service, and what is in use already. */
import { IconCheck } from "suomifi-icons";
import { useState } from "react";
import { fill, texts } from "../texts";
import type { Suggestion } from "../wire/suggestion";
import { Button } from "../ui/Button";
import { labels } from "./ServiceCard";

interface StillOpenProps {
  suggestion: Suggestion;
  onHuman?: () => void;
}

/** As many as one reads at a glance; the rest are one tap away. */
const FEW = 5;

function Undecided({ services }: { services: Suggestion["undecided"] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul>
        {(all ? services : services.slice(0, FEW)).map(({ service, name, missing }) => (
          <li key={service}>
            <strong>{name}</strong>
            <p className="hint">{fill(texts.result.missing, { labels: labels(missing) })}</p>
          </li>
        ))}
      </ul>
      {services.length > FEW && (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll((before) => !before)}>
          {all ? texts.result.show_fewer : fill(texts.result.show_all, { n: services.length })}
        </Button>
      )}
    </>
  );
}

export function StillOpen({ suggestion, onHuman }: StillOpenProps) {
  const questions = suggestion.suggested.filter(({ open_questions }) => open_questions.length > 0);
  const { undecided, gaps, in_use } = suggestion;
  const forProfessional = questions.length + undecided.length > 0;
  return (
    <>
      {gaps.length > 0 && (
        <section className="still-open">
          <h2>{texts.result.gaps_title}</h2>
          <ul>
            {gaps.map(({ id, label }) => (
              <li key={id}>{fill(texts.result.gap, { label })}</li>
            ))}
          </ul>
          {onHuman && <Button onClick={onHuman}>{texts.header.human}</Button>}
        </section>
      )}
      {forProfessional && (
        <section className="still-open">
          <h2>{texts.result.ask_professional}</h2>
          <ul>
            {questions.map(({ service, name, open_questions }) => (
              <li key={service}>
                <strong>{name}</strong>
                <ul>
                  {open_questions.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <Undecided services={undecided} />
        </section>
      )}
      {in_use.length > 0 && (
        <section className="still-open">
          <h2>{texts.result.in_use}</h2>
          <ul className="still-open__used">
            {in_use.map(({ service, name }) => (
              <li key={service}>
                <IconCheck aria-hidden="true" />
                {name}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
