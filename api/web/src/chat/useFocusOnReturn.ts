/** Puts the focus on the log when one comes back from the path, whose own buttons have gone. */
import { useEffect, useRef } from "react";

export function useFocusOnReturn(away: boolean): void {
  const wasAway = useRef(away);
  useEffect(() => {
    if (wasAway.current && !away) document.querySelector<HTMLElement>("[role=log]")?.focus({ preventScroll: true });
    wasAway.current = away;
  }, [away]);
}
