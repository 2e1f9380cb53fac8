/** Which example people gain and lose a service when the changes at hand come into force. */
import said from "../../texts/admin.json";
import { texts } from "../../texts";
import { People } from "../drafts/EffectTab";
import type { Ahead } from "./useAhead";

export function EffectPane({ ahead }: { ahead: Ahead }) {
  if (!ahead.preview) return <p className="hint">{ahead.failed ? said.save.no_preview : texts.loading}</p>;
  if (!ahead.preview.effect) return <p>{said.side.no_effect}</p>;
  return (
    <>
      <p className="hint">{said.side.effect_hint}</p>
      <People effect={ahead.preview.effect} />
    </>
  );
}
