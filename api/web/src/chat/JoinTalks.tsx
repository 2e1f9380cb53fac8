/** The person's leave to join their talks: a random key that this browser keeps only while it is given. */
import { texts } from "../texts";
import { LeaveBox, type Leave } from "./Leave";

export function JoinTalks({ joiner }: { joiner: Leave }) {
  return <LeaveBox leave={joiner} words={texts.joining} />;
}
