/** The suggested set as a path in time: stations side by side, or one under another on a phone. */
import type { ReactNode } from "react";
import { texts } from "../texts";
import type { Phase, SuggestedService, Suggestion, Verdicted } from "../wire/suggestion";
import { ServiceCard } from "./ServiceCard";

interface PathProps {
  suggestion: Suggestion;
  choices?: Readonly<Record<string, Verdicted>>;
  onChoose?: (service: string, choice: Verdicted, reason?: string) => void;
  /** What else can be done with a service, below its card. */
  acts?: (service: SuggestedService) => ReactNode;
}

const PHASES: readonly Phase[] = ["now", "next", "later"];

function nameFinder(suggestion: Suggestion): (service: string) => string {
  const all = [
    ...suggestion.suggested,
    ...suggestion.in_use,
    ...suggestion.undecided,
    ...suggestion.not_suggested,
    ...suggestion.suggested.flatMap(({ alternatives }) => alternatives),
  ];
  const names = new Map(all.map(({ service, name }) => [service, name]));
  return (service) => names.get(service) ?? service;
}

export function Path({ suggestion, choices = {}, onChoose, acts }: PathProps) {
  const nameOf = nameFinder(suggestion);
  return (
    <ol className="path">
      {PHASES.map((phase) => {
        const services = suggestion.suggested.filter((service) => service.phase === phase);
        if (services.length === 0) return null;
        return (
          <li key={phase} className={`station station--${phase}`}>
            <div className="station__head">
              <h2>{texts.result.phases[phase]}</h2>
              <p>{texts.result.phase_hints[phase]}</p>
            </div>
            {services.map((service) => (
              <ServiceCard
                key={service.service}
                service={service}
                nameOf={nameOf}
                choice={choices[service.service] ?? null}
                acts={acts?.(service)}
                onChoose={onChoose && ((choice, reason) => onChoose(service.service, choice, reason))}
              />
            ))}
          </li>
        );
      })}
    </ol>
  );
}
