/** Small changes to words that come from the server, so that they read well where they stand. */
import { texts } from ".";

const NO_BREAK = "\u00a0";

/** Phone numbers and sums stay on one line. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=\d)/g, NO_BREAK);
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fi") + text.slice(1);
}

export function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fi") + text.slice(1);
}

/** Who decides, as a sentence. Where nobody decides, only what the catalogue says besides is left. */
export function decides(who: string): string {
  if (who === "") return "";
  const { no_decision, decides_verb, decides: sentence } = texts.result;
  const rest = who.startsWith(no_decision) ? who.slice(no_decision.length).replace(/^[^,;]*/, "") : null;
  if (rest === null) return sentence.replace("{who}", () => who);
  const said = rest.replace(/^[,;]\s*/, "");
  if (said === "") return "";
  const names = rest.startsWith(";") && !said.includes(decides_verb);
  return names ? sentence.replace("{who}", () => said) : `${capitalised(said)}.`;
}
