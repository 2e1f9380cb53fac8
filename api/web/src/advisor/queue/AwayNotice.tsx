/** After log-in, and after a break: nothing comes to one who is away, so it is asked plainly. */
import { texts } from "../../texts";
import { Button } from "../../ui/Button";

export function AwayNotice({ onTake }: { onTake: () => void }) {
  return (
    <section className="queue__away" aria-label={texts.presence.title}>
      <p>{texts.presence.away_told}</p>
      <Button look="primary" onClick={onTake}>
        {texts.presence.take_cases}
      </Button>
    </section>
  );
}
