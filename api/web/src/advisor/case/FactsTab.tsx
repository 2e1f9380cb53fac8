/** What is known of the person, put right in place, and what is still open with a question ready to send. */
import { useState } from "react";
import { FactGroups } from "../../facts/FactGroups";
import { FactItem } from "../../facts/FactItem";
import { fill, texts } from "../../texts";
import type { CaseApi, CaseView, FactAnswer } from "../../wire/case";
import type { Choice } from "../../wire/messages";
import type { Fact } from "../../wire/suggestion";
import { Button } from "../../ui/Button";
import { useAct } from "./useAct";

interface FactsTabProps {
  api: CaseApi;
  opened: CaseView;
  onChanged: () => void;
  onAsk: (fact: string) => Promise<unknown>;
}

const FEW = 4;

function answerOf(choice: Choice): { fact: string; answer: FactAnswer } | null {
  if ("confirm" in choice || "forget" in choice) return null;
  const { fact, ...answer } = choice;
  return { fact, answer };
}

/** What is told back says "you" to the person; here it is a label and its value. */
function plain(fact: Fact): Fact {
  return { ...fact, told: null };
}

function named(services: readonly string[]): string {
  const shown = services.slice(0, 2).join(", ");
  const more = services.length - 2;
  return more > 0 ? `${shown} ${fill(texts.case.and_more, { n: more })}` : shown;
}

function Open({ opened, onAsk }: Pick<FactsTabProps, "opened" | "onAsk">) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const { run, problem } = useAct(texts.case.send_failed);
  const { ask, weigh } = opened.open_questions;
  if (ask.length === 0 && weigh.length === 0) return null;
  return (
    <section className="tab__part">
      {ask.length > 0 && (
        <>
          <h3>{texts.case.open_title}</h3>
          <p className="hint">{texts.case.open_hint}</p>
          <ul className="open-list">
            {ask.slice(0, FEW).map(({ fact, label, services }) => (
              <li key={fact}>
                <span>
                  <strong>{label}</strong>
                  <span className="hint">{fill(texts.case.decides, { names: named(services) })}</span>
                </span>
                {asked.includes(fact) ? (
                  <span className="hint">{texts.case.asked}</span>
                ) : (
                  <Button
                    aria-label={fill(texts.case.ask_label, { label })}
                    onClick={() => run(onAsk(fact), () => setAsked([...asked, fact]))}
                  >
                    {texts.case.ask}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {problem}
        </>
      )}
      {weigh.length > 0 && (
        <>
          <h3>{texts.case.weigh_title}</h3>
          <ul className="weigh">
            {weigh.map(({ service, name, questions }) => (
              <li key={service}>
                <strong>{name}</strong>
                {questions.map((question) => (
                  <p key={question}>{question}</p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Earlier({ earlier }: Pick<CaseView, "earlier">) {
  const day = new Intl.DateTimeFormat("fi-FI", { dateStyle: "short" });
  if (earlier.length === 0) return null;
  return (
    <section className="tab__part">
      <h3>{texts.case.earlier_title}</h3>
      <ul className="earlier">
        {earlier.map(({ at, outcome, agreed }) => (
          <li key={at}>
            <time dateTime={at}>{day.format(new Date(at))}</time> {outcome.label}
            {agreed && <p className="hint">{fill(texts.case.agreed, { text: agreed })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function FactsTab({ api, opened, onChanged, onAsk }: FactsTabProps) {
  const { facts, withheld, id } = opened;
  const { attempt, problem } = useAct(texts.case.correct_failed);
  const put = (choice: Choice): Promise<boolean> => {
    const given = answerOf(choice);
    return given ? attempt(api.putFact(id, given.fact, given.answer), onChanged) : Promise.resolve(false);
  };
  return (
    <>
      {facts.length === 0 && <p className="hint">{texts.advisor.no_facts}</p>}
      {problem}
      <FactGroups
        items={facts.map(plain)}
        show={(fact) => (
          <FactItem
            key={fact.fact}
            fact={fact}
            change={put}
            remove={() => attempt(api.removeFact(id, fact.fact), onChanged)}
          />
        )}
      />
      <ul className="facts__list">
        {withheld.map((category) => (
          <li key={category} className="fact hint">
            {fill(texts.advisor.withheld, { category: texts.advisor.categories[category] })}
          </li>
        ))}
      </ul>
      <Open opened={opened} onAsk={onAsk} />
      <Earlier earlier={opened.earlier} />
    </>
  );
}
