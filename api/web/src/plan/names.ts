/** The names of services for the card: those on it, and those of the set with everything around it. */
import type { Plan } from "../wire/plan";
import type { ServiceName, Suggestion } from "../wire/suggestion";

/** Every service there is, what is suggested first. */
export function everyService(suggestion: Suggestion | null): ServiceName[] {
  if (!suggestion) return [];
  const { suggested, in_use, undecided, not_suggested } = suggestion;
  return [...suggested, ...undecided, ...not_suggested, ...in_use].map(({ service, name }) => ({ service, name }));
}

export function nameFinder(plan: Plan, services: readonly ServiceName[]): (service: string) => string {
  const names = new Map([...services, ...plan.services].map(({ service, name }) => [service, name]));
  return (service) => names.get(service) ?? service;
}
