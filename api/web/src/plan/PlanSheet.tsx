/** The card as a page to keep: calm, black on white, one A4. */
import { IconCheck } from "suomifi-icons";
import { fill, texts } from "../texts";
import { decides } from "../texts/sentences";
import type { Plan, PlanContent } from "../wire/plan";
import { dayOf, dayText } from "./card";

interface PlanSheetProps {
  plan: Plan;
  card: PlanContent;
  nameOf: (service: string) => string;
}

export function PlanSheet({ plan, card, nameOf }: PlanSheetProps) {
  const deciders = new Map(plan.services.map(({ service, decided_by }) => [service, decided_by]));
  const day = dayOf(plan.at ?? new Date().toISOString());
  return (
    <article className="sheet" aria-label={texts.plan.title}>
      <header className="sheet__head">
        <h1>{texts.plan.title}</h1>
        <p>{fill(texts.plan.made, { day })}</p>
      </header>
      {card.goal && (
        <section>
          <h2>{texts.plan.goal}</h2>
          <p className="sheet__goal">{card.goal}</p>
        </section>
      )}
      {card.services.length > 0 && (
        <section>
          <h2>{texts.plan.services}</h2>
          <ol className="sheet__services">
            {card.services.map(({ id }) => (
              <li key={id}>
                <strong>{nameOf(id)}</strong>
                <span>{decides(deciders.get(id) ?? "")}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {card.steps.length > 0 && (
        <section>
          <h2>{texts.plan.steps}</h2>
          <ul className="sheet__steps">
            {card.steps.map((step) => (
              <li key={step.id}>
                <span className="sheet__box" aria-hidden="true">
                  {step.done && <IconCheck />}
                </span>
                <span className="sheet__what">{step.text}</span>
                <span className="sheet__by">{[step.who, dayText(step.when)].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.noticing && (
        <section>
          <h2>{texts.plan.noticing}</h2>
          <p>{card.noticing}</p>
        </section>
      )}
      {card.next_check_in && (
        <section>
          <h2>{texts.plan.next_check_in}</h2>
          <p className="sheet__day">{dayText(card.next_check_in)}</p>
        </section>
      )}
      <footer>{texts.plan.own}</footer>
    </article>
  );
}
