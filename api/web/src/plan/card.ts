/** The card's content as plain data: moved, added to, merged after two changes at once, and its days in Finnish. */
import { newId } from "../transport/ids";
import type { PlanContent, PlanService, PlanStep } from "../wire/plan";

export const emptyCard: PlanContent = { goal: "", services: [], steps: [], noticing: "", next_check_in: null };

export function isEmpty(card: PlanContent): boolean {
  return same(card, emptyCard);
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The services in their order, counted 1, 2, 3 ... */
export function numbered(services: readonly PlanService[]): PlanService[] {
  return services.map((service, index) => ({ ...service, order: index + 1 }));
}

export function moved<T>(items: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const item = items[from];
  const other = items[to];
  if (item === undefined || other === undefined) return [...items];
  return items.map((one, index) => (index === from ? other : index === to ? item : one));
}

export function newStep(): PlanStep {
  return { id: newId(), text: "", who: "", when: "", done: false };
}

/** A step without words is not sent; it waits on the page until it has some. */
export function sendable(card: PlanContent): PlanContent {
  return { ...card, steps: card.steps.filter(({ text }) => text.trim() !== "") };
}

export interface Merged {
  card: PlanContent;
  /** What the other side wrote into a part that this side changed too. */
  clash: string | null;
}

/** Puts my change of `base` on top of theirs, part by part. A part that both changed stays mine, and theirs is told. */
export function merged(base: PlanContent, mine: PlanContent, theirs: PlanContent): Merged {
  const clashes: string[] = [];
  const part = <K extends keyof PlanContent>(name: K, shown: (value: PlanContent[K]) => string): PlanContent[K] => {
    if (same(mine[name], base[name])) return theirs[name];
    if (!same(theirs[name], base[name]) && !same(theirs[name], mine[name])) clashes.push(shown(theirs[name]));
    return mine[name];
  };
  const card: PlanContent = {
    goal: part("goal", (value) => value),
    services: part("services", (list) => list.map(({ id }) => id).join(", ")),
    steps: part("steps", (list) => list.map(({ text }) => text).join(", ")),
    noticing: part("noticing", (value) => value),
    next_check_in: part("next_check_in", (value) => value ?? ""),
  };
  return { card, clash: clashes[0] ?? null };
}

const local = new Intl.DateTimeFormat("fi-FI", { dateStyle: "short" });

/** The day of a moment, where the reader is. */
export function dayOf(moment: string): string {
  return local.format(new Date(moment));
}

/** A day of the calendar as it is written in Finnish; anything else stays as it was written. */
export function dayText(written: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  return day ? `${Number(day[3])}.${Number(day[2])}.${day[1]}` : written;
}
