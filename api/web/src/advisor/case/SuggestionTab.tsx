/** The set that rests on what is shared: needs, path and reasons; each service can be sent or put on the card. */
import { useState } from "react";
import { Path } from "../../result/Path";
import { WhyNot } from "../../result/WhyNot";
import { fill, texts } from "../../texts";
import type { CaseView } from "../../wire/case";
import { Button } from "../../ui/Button";
import { useAct } from "./useAct";

interface SuggestionTabProps {
  opened: CaseView;
  onSend: (service: string) => Promise<unknown>;
  onCard: (service: string) => void;
}

function Word({ opened, service }: { opened: CaseView; service: string }) {
  const word = opened.choices.find((one) => one.service === service);
  if (!word?.choice) return null;
  return (
    <p className={`word word--${word.choice}`}>
      {texts.case[`choice_${word.choice}`]}
      {word.reason && <span className="hint">{fill(texts.case.choice_reason, { reason: word.reason })}</span>}
    </p>
  );
}

export function SuggestionTab({ opened, onSend, onCard }: SuggestionTabProps) {
  const [sent, setSent] = useState<readonly string[]>([]);
  const { run, problem } = useAct(texts.case.send_failed);
  const { suggestion, withheld, needs, plan } = opened;
  if (!suggestion) return <p className="hint">{texts.advisor.no_suggestion}</p>;
  const onPlan = new Set(plan.content.services.map(({ id }) => id));
  return (
    <div className="side__path">
      {withheld.length > 0 && <p className="hint">{texts.advisor.from_shared}</p>}
      {needs.length > 0 && (
        <section>
          <h3>{texts.case.needs_title}</h3>
          <ul className="needs">
            {needs.map(({ id, label, description }) => (
              <li key={id} title={description}>
                {label}
              </li>
            ))}
          </ul>
        </section>
      )}
      {problem}
      <Path
        suggestion={suggestion}
        acts={({ service, name }) => (
          <div className="card__choice">
            <Word opened={opened} service={service} />
            {sent.includes(service) ? (
              <span className="hint" role="status">
                {texts.case.sent}
              </span>
            ) : (
              <Button
                aria-label={fill(texts.case.send_service_label, { name })}
                onClick={() => run(onSend(service), () => setSent([...sent, service]))}
              >
                {texts.case.send_service}
              </Button>
            )}
            {onPlan.has(service) ? (
              <span className="hint">{texts.case.on_card}</span>
            ) : (
              <Button
                look="quiet"
                aria-label={fill(texts.case.to_card_label, { name })}
                onClick={() => onCard(service)}
              >
                {texts.case.to_card}
              </Button>
            )}
          </div>
        )}
      />
      <WhyNot suggestion={suggestion} />
    </div>
  );
}
