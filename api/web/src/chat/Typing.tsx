/** Says that an answer is being written: dots to see, words to hear. */
import { texts } from "../texts";

export function Typing({ from }: { from: "bot" | "advisor" }) {
  return (
    <li className="typing" aria-live="off">
      <span className="visually-hidden">{from === "bot" ? texts.chat.typing_bot : texts.chat.typing_advisor}</span>
      <span className="typing__dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </li>
  );
}
