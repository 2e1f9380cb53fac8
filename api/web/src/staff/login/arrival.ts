/** What the organisation's own log-in has sent the browser back with; told once, then gone from the address. */
import { texts } from "../../texts";

export function arrival(): string | null {
  const code = new URLSearchParams(window.location.search).get("login");
  if (code === null) return null;
  window.history.replaceState(null, "", window.location.pathname);
  const said = texts.advisor.account.problems;
  return Object.entries(said).find(([known]) => known === code)?.[1] ?? said.failed;
}
