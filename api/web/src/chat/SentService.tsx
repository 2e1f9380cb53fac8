/** A service that an advisor has sent: what it is, the first step, and the person's own word on it. */
import { IconLinkExternal } from "suomifi-icons";
import { useState } from "react";
import { texts } from "../texts";
import { decides, unbroken } from "../texts/sentences";
import type { ServicePayload } from "../wire/messages";
import { Button } from "../ui/Button";

interface SentServiceProps {
  payload: ServicePayload;
  /** Absent where it is only read. */
  onTake?: (service: string) => void;
}

export function SentService({ payload, onTake }: SentServiceProps) {
  const [taken, setTaken] = useState(false);
  const { service, name, summary, first_step, decided_by, url } = payload;
  return (
    <article className="sent-card" aria-label={name}>
      <h3>{name}</h3>
      <p>{unbroken(summary)}</p>
      {first_step && (
        <p className="sent-card__step">
          <strong>{texts.sent.first_step}</strong> {unbroken(first_step)}
        </p>
      )}
      {decided_by && <p className="hint">{decides(decided_by)}</p>}
      <div className="sent-card__acts">
        {onTake &&
          (taken ? (
            <p role="status">{texts.sent.taken}</p>
          ) : (
            <Button
              onClick={() => {
                setTaken(true);
                onTake(service);
              }}
            >
              {texts.sent.take}
            </Button>
          ))}
        {url && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {texts.sent.page} <IconLinkExternal aria-hidden="true" />
            <span className="visually-hidden">{texts.result.new_window}</span>
          </a>
        )}
      </div>
    </article>
  );
}
