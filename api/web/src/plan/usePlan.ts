/** One side's hold on the card: shows a change at once, saves it, and merges when the other side was faster. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { fill, texts } from "../texts";
import { Refused } from "../wire/http";
import type { Plan, PlanContent } from "../wire/plan";
import { emptyCard, merged, same, sendable } from "./card";

export interface PlanHold {
  card: PlanContent;
  state: "saved" | "saving" | "failed";
  notice: string;
  /** Shows the change at once and saves it. */
  change: (card: PlanContent) => void;
  /** Shows the change and saves it only with the next `change` or `save`, for what is still being written. */
  write: (card: PlanContent) => void;
  save: () => void;
}

/** `put` saves a version and gives back the new one; it fails with Refused 409 when another has come between. */
export function usePlan(
  plan: Plan | null,
  put: (version: number, content: PlanContent) => Promise<Plan>,
  newest: () => Promise<Plan>,
): PlanHold {
  const [card, setCard] = useState<PlanContent>(plan?.content ?? emptyCard);
  const [state, setState] = useState<PlanHold["state"]>("saved");
  const [notice, setNotice] = useState("");
  const known = useRef<{ version: number; content: PlanContent }>({
    version: plan?.version ?? 0,
    content: plan?.content ?? emptyCard,
  });
  const current = useRef(card);
  const busy = useRef(false);
  const show = (next: PlanContent): void => {
    current.current = next;
    setCard(next);
  };

  /** Takes in what the server has now; what is being written here stays on top. */
  const take = (next: Plan): void => {
    if (next.version < known.current.version) return;
    const { card: together, clash } = merged(known.current.content, current.current, next.content);
    const mine = !same(current.current, known.current.content);
    const theirs = !same(next.content, known.current.content);
    known.current = { version: next.version, content: next.content };
    show(together);
    if (clash !== null) setNotice(fill(texts.plan.clash, { other: clash || texts.plan.removed_other }));
    else if (mine && theirs) setNotice(texts.plan.merged);
  };
  const arrived = useEffectEvent((next: Plan) => {
    if (!busy.current && next.version !== known.current.version) take(next);
  });
  useEffect(() => {
    if (plan) arrived(plan);
  }, [plan]);

  const save = async (tries = 3): Promise<void> => {
    const content = sendable(current.current);
    if (busy.current || same(content, known.current.content)) return;
    busy.current = true;
    setState("saving");
    try {
      const kept = await put(known.current.version, content);
      known.current = { version: kept.version, content };
      setState("saved");
      busy.current = false;
      if (!same(sendable(current.current), content)) await save();
    } catch (error) {
      busy.current = false;
      if (error instanceof Refused && error.status === 409 && tries > 0) {
        take(await newest());
        await save(tries - 1);
        return;
      }
      setState("failed");
    }
  };
  const change = (next: PlanContent): void => {
    setNotice("");
    show(next);
    void save();
  };
  return { card, state, notice, change, write: show, save: () => void save() };
}
