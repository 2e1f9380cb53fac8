/** Keeps the keyboard's place when what has the focus goes away or cannot be used: the nearest part around it takes it. */
import { useEffect, useRef } from "react";

export function useKeptFocus(): void {
  /** What last had the focus and all that lies around it, from the inside out. */
  const places = useRef<HTMLElement[]>([]);
  useEffect(() => {
    let asked = 0;
    const watch = new MutationObserver(() => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => keep(places.current));
    });
    const remember = ({ target }: Event): void => {
      places.current = target instanceof HTMLElement ? outwards(target) : [];
    };
    /** Who presses, or leaves with Tab, chooses the next place. */
    const forget = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key === "Tab") places.current = [];
    };
    const heard = { focusin: remember, pointerdown: forget, keydown: forget };
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled", "hidden", "style"] });
    Object.entries(heard).forEach(([event, act]) => document.addEventListener(event, act));
    return () => {
      cancelAnimationFrame(asked);
      watch.disconnect();
      Object.entries(heard).forEach(([event, act]) => document.removeEventListener(event, act));
    };
  }, []);
}

function outwards(from: HTMLElement): HTMLElement[] {
  const places = [];
  for (let at: HTMLElement | null = from; at && at !== document.body; at = at.parentElement) places.push(at);
  return places;
}

function keep([own, ...around]: HTMLElement[]): void {
  if (document.activeElement !== document.body) return;
  own?.focus();
  if (document.activeElement === document.body) around.some(takes);
}

/** Whether a part of the page, which has no focus of its own otherwise, takes it until it goes on. */
function takes(place: HTMLElement): boolean {
  const lent = place.isConnected && !place.hasAttribute("tabindex");
  if (lent) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  const taken = document.activeElement === place;
  const giveBack = (): void => place.removeAttribute("tabindex");
  if (lent && taken) place.addEventListener("blur", giveBack, { once: true });
  if (lent && !taken) giveBack();
  return taken;
}
