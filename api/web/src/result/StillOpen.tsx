/** What the path leaves open: questions for a professional, needs without a service, and what is in use already. */
import { IconCheck } from "suomifi-icons";
import { fill, texts } from "../texts";
import { unbroken } from "../texts/sentences";
import type { Suggestion } from "../wire/suggestion";
import { Button } from "../ui/Button";
import { labels } from "./ServiceCard";

interface StillOpenProps {
  suggestion: Suggestion;
  onHuman?: () => void;
}

/** As many as one reads at a glance; the rest are found by the search. */
const FEW = 3;

/** What is undecided and touches a need of the person, as far as the server tells. */
function touching({ undecided, needs }: Suggestion): Suggestion["undecided"] {
  const own = new Set(needs.map(({ id }) => id));
  return undecided.filter((service) => service.needs?.some((need) => own.has(need)) ?? true).slice(0, FEW);
}

export function StillOpen({ suggestion, onHuman }: StillOpenProps) {
  const questions = suggestion.suggested.filter(({ open_questions }) => open_questions.length > 0);
  const { gaps, in_use } = suggestion;
  const undecided = touching(suggestion);
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
                    <li key={line}>{unbroken(line)}</li>
                  ))}
                </ul>
              </li>
            ))}
            {undecided.map(({ service, name, missing }) => (
              <li key={service}>
                <strong>{name}</strong>
                <p className="hint">{fill(texts.result.missing, { labels: labels(missing) })}</p>
              </li>
            ))}
          </ul>
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
