/** Beside the conversation while one waits: the place, an honest estimate, and the ways on. */
import { IconClock, IconPhone } from "suomifi-icons";
import { useEffect, useState } from "react";
import { fill, texts } from "../texts";
import type { ConversationState } from "../wire/messages";
import type { VisitorApi } from "../wire/visitor";
import type { WaitingView } from "../wire/waiting";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { useRemote } from "../ui/useRemote";
import { CallBackDialog } from "./CallBackDialog";
import { ShareDialog } from "./ShareDialog";

const EVERY_MS = 30_000;
const HOUR = 60;

/** The estimate in words; honest also when nobody can say. */
export function estimateText(minutes: number | null): string {
  if (minutes === null) return texts.waiting.no_estimate;
  if (minutes <= 2 * HOUR) return fill(texts.waiting.estimate, { n: minutes });
  return fill(texts.waiting.estimate_long, { n: Math.floor(minutes / HOUR) });
}

function placeText(position: number | null): string {
  if (position === null) return "";
  return position === 1 ? texts.waiting.next : fill(texts.waiting.place, { n: position });
}

function Line({ state, view }: { state: ConversationState; view: WaitingView | null }) {
  if (state.callback) {
    const reach = view?.contact ? fill(texts.waiting.callback_contact, view) : texts.waiting.callback_here;
    const when = view ? fill(texts.waiting.callback_text, { hours: view.hours }) : "";
    return (
      <>
        <p>{reach}</p>
        <p className="hint">{when}</p>
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{placeText(state.position)}</strong>
        {view && <span className="waiting__estimate">{estimateText(view.estimate_min)}</span>}
      </p>
      <p className="hint">{texts.waiting.meanwhile}</p>
    </>
  );
}

export function WaitingPanel({ api, state }: { api: VisitorApi; state: ConversationState }) {
  const [dialog, setDialog] = useState<"share" | "callback" | "leave" | null>(null);
  const [round, setRound] = useState(0);
  const shown = state.state === "waiting" || state.callback === true;
  useEffect(() => {
    const timer = setInterval(() => setRound((count) => count + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const view = useRemote(shown ? () => api.waiting() : null, `${state.state}:${state.position ?? ""}:${round}`);
  const shares = shown || state.state === "advisor";
  if (!shares) return null;
  const close = (): void => {
    setDialog(null);
    setRound((count) => count + 1);
  };
  const callback = state.callback === true;
  const title = callback ? texts.waiting.callback_title : texts.waiting.title;
  return (
    <section className="waiting" aria-label={shown ? title : texts.waiting.share}>
      {shown && (
        <div className="waiting__told" role="status">
          {callback ? <IconPhone aria-hidden="true" /> : <IconClock aria-hidden="true" />}
          <div>
            {callback && <strong>{texts.waiting.callback_title}</strong>}
            <Line state={state} view={view.data} />
          </div>
        </div>
      )}
      {!shown && <p className="waiting__seen">{texts.waiting.seen_now}</p>}
      <div className="waiting__acts">
        <Button look="quiet" onClick={() => setDialog("share")}>
          {texts.waiting.share}
        </Button>
        {shown && !callback && (
          <Button look="quiet" onClick={() => setDialog("callback")}>
            {texts.waiting.callback}
          </Button>
        )}
        {shown && (
          <Button look="quiet" onClick={() => setDialog("leave")}>
            {callback ? texts.waiting.cancel_callback : texts.waiting.leave}
          </Button>
        )}
      </div>
      {dialog === "share" && <ShareDialog api={api} onClose={close} />}
      {dialog === "callback" && (
        <CallBackDialog
          api={api}
          hours={view.data?.hours ?? ""}
          contact={view.data?.contact ?? null}
          onAsked={close}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "leave" && (
        <ConfirmDialog
          title={callback ? texts.waiting.cancel_title : texts.waiting.leave_title}
          text={callback ? texts.waiting.cancel_text : texts.waiting.leave_text}
          confirm={callback ? texts.waiting.cancel_callback : texts.waiting.leave}
          failed={texts.waiting.failed}
          act={() => api.leaveQueue().then(() => undefined)}
          onClose={close}
        />
      )}
    </section>
  );
}
