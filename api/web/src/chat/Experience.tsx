/** Asks how the talk was: one press and, if one likes, some words. Asked once; nothing is required. */
import { useId, useState } from "react";
import { texts } from "../texts";
import { browserStore, Slot } from "../transport/storage";
import { Button } from "../ui/Button";
import { JoinTalks } from "./JoinTalks";
import type { Leave } from "./Leave";

interface ExperienceProps {
  seq: number;
  send: (rating: number | undefined, text: string | undefined) => Promise<unknown>;
  joiner: Leave | null;
}

export function Experience({ seq, send, joiner }: ExperienceProps) {
  const id = useId();
  const [slot] = useState(() => new Slot<number[]>(browserStore(), "experiences"));
  const [done, setDone] = useState(() => slot.read()?.includes(seq) ?? false);
  const [rating, setRating] = useState<number>();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const submit = (): void => {
    const words = text.trim() || undefined;
    if (rating === undefined && words === undefined) {
      setProblem(texts.experience.pick);
      return;
    }
    setProblem("");
    send(rating, words).then(
      () => {
        slot.write([...(slot.read() ?? []), seq]);
        setDone(true);
      },
      () => setProblem(texts.experience.failed),
    );
  };
  return (
    <section className="experience" aria-label={texts.experience.title}>
      {done ? (
        <p role="status">{texts.experience.thanks}</p>
      ) : (
        <>
          <fieldset className="experience__scale">
            <legend>{texts.experience.scale}</legend>
            {texts.experience.ratings.map((label, index) => (
              <label key={label} className="experience__rating">
                <input
                  type="radio"
                  name={id}
                  checked={rating === index + 1}
                  onChange={() => setRating(index + 1)}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <label htmlFor={`${id}-text`}>{texts.experience.text}</label>
          <textarea
            id={`${id}-text`}
            className="field"
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p role="alert" className="field-error">
            {problem}
          </p>
          <Button onClick={submit}>{texts.experience.send}</Button>
        </>
      )}
      {joiner && <JoinTalks joiner={joiner} />}
    </section>
  );
}
