/** The rule's lines with a mark each, in shape and in words, never in colour alone. */
import { IconCheckCircle, IconHelp, IconError } from "suomifi-icons";
import { texts } from "../texts";
import { unbroken } from "../texts/sentences";
import type { Reason, Verdict } from "../wire/suggestion";

const MARKS: Record<Verdict, typeof IconHelp> = { yes: IconCheckCircle, unknown: IconHelp, no: IconError };

export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul className="reasons">
      {reasons.map(({ text, verdict }) => {
        const Mark = MARKS[verdict];
        return (
          <li key={text} className={`reasons__line reasons__line--${verdict}`}>
            <Mark aria-hidden="true" />
            <span>
              {unbroken(text)}{" "}
              <em className={verdict === "yes" ? "visually-hidden" : undefined}>{texts.result.verdicts[verdict]}</em>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
