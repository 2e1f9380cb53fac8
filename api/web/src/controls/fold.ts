/** Many options: the commonest are shown, in the order given, and the rest wait behind one tap. */
import type { Option } from "../wire/messages";

const MANY = 10;
const SHOWN = 8;
/** The value by which a list says that there is nothing in it. */
const NOTHING = "ei_mitaan";

export function isNone({ none = false, value }: Option): boolean {
  return none || (Array.isArray(value) && value.length === 1 && value[0] === NOTHING);
}

/** The options that wait; those in `kept` never do, and neither does "none of these". */
export function waiting(options: readonly Option[], kept: readonly Option[] = []): Option[] {
  const values = options.filter((option) => option.answer === undefined && !isNone(option));
  return values.length > MANY ? values.slice(SHOWN).filter((option) => !kept.includes(option)) : [];
}
