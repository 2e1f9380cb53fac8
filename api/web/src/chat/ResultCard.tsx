/** The result in short inside the log, with the way to the whole path. */
import { IconArrowRight } from "suomifi-icons";
import { texts } from "../texts";
import type { Phase, Suggestion } from "../wire/suggestion";
import { Button } from "../ui/Button";

const PHASES: Phase[] = ["now", "next", "later"];

export function ResultCard({ suggestion, onOpen }: { suggestion: Suggestion | null; onOpen: () => void }) {
  const stations = PHASES.map((phase) => ({
    phase,
    names: (suggestion?.suggested ?? []).filter((service) => service.phase === phase).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
  return (
    <section className="result-card" aria-label={texts.result.card_title}>
      <ol className="result-card__stations">
        {stations.map(({ phase, names }) => (
          <li key={phase}>
            <strong>{texts.result.phases[phase]}</strong>
            <ul>
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Button look="primary" onClick={onOpen}>
        {texts.result.open}
        <IconArrowRight aria-hidden="true" className="button__after" />
      </Button>
    </section>
  );
}
