/** The advisor's console: queue and own conversations, the chat, and the person's facts and path beside it. */
import { useState } from "react";
import { fill, texts } from "../texts";
import { Refused } from "../wire/http";
import { AdvisorApi } from "../wire/advisor";
import type { Staff } from "../wire/staff";
import { Brand } from "../ui/Brand";
import { RemoteNotice } from "../ui/RemoteNotice";
import { useRemote } from "../ui/useRemote";
import { AccountMenu } from "./account/AccountMenu";
import { CasePane } from "./CasePane";
import { QueuePane } from "./QueuePane";
import { SidePane } from "./SidePane";
import { useLive } from "./useLive";

interface ConsoleProps {
  staff: Staff;
  onSignedOut: (notice: string | null) => void;
}

export function Console({ staff, onSignedOut }: ConsoleProps) {
  const [api] = useState(() => new AdvisorApi(staff.csrf));
  const [selected, setSelected] = useState<string | null>(null);
  const [notice, setNotice] = useState("");
  const { round, connected } = useLive();
  const [own, setOwn] = useState(0);
  const key = `${round}:${own}`;
  const watch = <T,>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) onSignedOut(texts.advisor.signed_out);
      throw error;
    });
  const queue = useRemote(() => watch(api.queue()), key);
  const opened = useRemote(selected === null ? null : () => watch(api.open(selected)), `${selected ?? ""}:${key}`);
  const current = selected !== null && opened.data?.id === selected ? opened.data : null;
  const refresh = (): void => setOwn((count) => count + 1);
  const claim = (id: string): void => {
    setNotice("");
    watch(api.claim(id))
      .then(
        () => setSelected(id),
        (error: unknown) =>
          setNotice(
            error instanceof Refused && error.status === 409 ? texts.advisor.already_claimed : texts.advisor.failed,
          ),
      )
      .finally(refresh);
  };
  const left = (said: string): void => {
    setSelected(null);
    setNotice(said);
    refresh();
  };
  const release = (id: string): void => {
    watch(api.release(id)).then(
      () => left(texts.advisor.released),
      () => setNotice(texts.advisor.failed),
    );
  };
  return (
    <div className={selected === null ? "console" : "console console--open"}>
      <header className="console__head">
        <Brand />
        <p>{texts.advisor.title}</p>
        <AccountMenu staff={staff} onSignedOut={onSignedOut} />
      </header>
      <p className="visually-hidden" role="status">
        {queue.data && fill(texts.advisor.new_in_queue, { n: queue.data.waiting.length })}
      </p>
      <p role="status" className={notice || !connected ? "offline" : "visually-hidden"}>
        {connected ? notice : texts.advisor.offline}
      </p>
      <div className="console__panes">
        {queue.data ? (
          <QueuePane queue={queue.data} selected={selected} onClaim={claim} onSelect={setSelected} />
        ) : (
          <RemoteNotice remote={queue} />
        )}
        {current ? (
          <>
            <CasePane
              key={current.id}
              api={api}
              opened={current}
              onChanged={refresh}
              onClosed={() => left(texts.advisor.closed)}
              onRelease={() => release(current.id)}
              onBack={() => setSelected(null)}
            />
            <SidePane opened={current} />
          </>
        ) : (
          <main className="console__empty">
            <h1 className="visually-hidden">{texts.advisor.title}</h1>
            {selected === null ? <p>{texts.advisor.pick}</p> : <RemoteNotice remote={opened} />}
          </main>
        )}
      </div>
    </div>
  );
}
