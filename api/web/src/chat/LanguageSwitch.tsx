/** Turns selkokieli on and off for the rest of the conversation. */
import { IconCheck } from "suomifi-icons";
import { texts } from "../texts";
import type { Language } from "../wire/messages";

interface LanguageSwitchProps {
  language: Language;
  onChange: ((language: Language) => void) | null;
}

export function LanguageSwitch({ language, onChange }: LanguageSwitchProps) {
  const on = language === "fi-selko";
  return (
    <button
      type="button"
      className="language"
      aria-pressed={on}
      disabled={!onChange}
      onClick={() => onChange?.(on ? "fi" : "fi-selko")}
    >
      <span className="language__mark" aria-hidden="true">{on && <IconCheck />}</span>
      {texts.header.selko}
    </button>
  );
}
