/** Says that the conversation is no longer there, and begins another. */
import { texts } from "../texts";
import { Button } from "../ui/Button";

export function Gone({ onRestart }: { onRestart: () => void }) {
  return (
    <section className="gone" role="alert">
      <h2>{texts.gone.title}</h2>
      <p>{texts.gone.text}</p>
      <Button look="primary" onClick={onRestart}>
        {texts.gone.restart}
      </Button>
    </section>
  );
}
