/** A conversation that a colleague offers: their note, and a yes or a no with a reason. */
import { IconSwapRounded } from "suomifi-icons";
import { useState } from "react";
import { fill, texts } from "../../texts";
import type { Offered } from "../../wire/queue";
import { Button } from "../../ui/Button";
import { whoText } from "../waiting";

interface OfferItemProps {
  offer: Offered;
  onAccept: () => void;
  onDecline: (reason: string) => void;
}

export function OfferItem({ offer, onAccept, onDecline }: OfferItemProps) {
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState("");
  const by = { by: offer.by ?? "", team: offer.to ?? "" };
  return (
    <li className="waits waits--offer">
      <p className="waits__reason">
        <IconSwapRounded aria-hidden="true" />
        {fill(offer.to_me ? texts.queue.offer_by : texts.queue.offer_team, by)}
      </p>
      <p className="waits__who">{whoText(offer)}</p>
      <blockquote className="waits__note">{offer.note}</blockquote>
      {declining ? (
        <form
          className="waits__decline"
          onSubmit={(event) => {
            event.preventDefault();
            onDecline(reason.trim());
          }}
        >
          <label>
            {texts.queue.decline_reason}
            <input className="pick" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          </label>
          <div className="waits__acts">
            <Button type="submit">{texts.queue.decline_send}</Button>
            <Button look="quiet" onClick={() => setDeclining(false)}>
              {texts.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div className="waits__acts">
          <Button look="primary" onClick={onAccept}>
            {texts.queue.accept}
          </Button>
          <Button look="quiet" onClick={() => setDeclining(true)}>
            {texts.queue.decline}
          </Button>
        </div>
      )}
    </li>
  );
}
