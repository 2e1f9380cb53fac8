/** Alt with an arrow moves the line in which one is, as its buttons do. */
import { useEffect, useEffectEvent } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import type { Editing } from "./context";
import { listAt, moved, pathOfPlace } from "./tree";

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

export function useMoveKeys({ content, change }: Pick<Editing, "content" | "change">): void {
  const move = useEffectEvent((event: KeyboardEvent) => {
    const by = event.altKey ? STEPS[event.key] : undefined;
    const { target } = event;
    // In a list of choices the same keys open it.
    if (by === undefined || !(target instanceof Element) || target instanceof HTMLSelectElement) return;
    const line = target.closest(".line");
    if (!line) return;
    event.preventDefault();
    const path = pathOfPlace(line.id);
    const list = path.slice(0, -1);
    const place = Number(path.at(-1));
    const all = listAt(content, list).length;
    const to = place + by;
    if (to < 0 || to >= all) return;
    change(moved(content, list, place, by), fill(said.rules.moved, { n: to + 1, all }), [...list, to]);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => move(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
