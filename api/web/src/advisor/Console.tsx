/** The advisor's console: queue and own conversations, the chat, and the person's facts and path beside it. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { fill, texts } from "../texts";
import { Refused } from "../wire/http";
import { AdvisorApi } from "../wire/advisor";
import { CaseApi } from "../wire/case";
import { QueueApi, type Queue } from "../wire/queue";
import type { Staff } from "../wire/staff";
import { Brand } from "../ui/Brand";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { RemoteNotice } from "../ui/RemoteNotice";
import { useRemote } from "../ui/useRemote";
import { AccountMenu } from "../staff/account/AccountMenu";
import { useAlerts } from "./alerts";
import { FollowUps } from "./case/FollowUps";
import { ShortcutsDialog } from "./case/ShortcutsDialog";
import { paneStyle, Splitter, useWidth } from "./case/Splitter";
import { useShortcuts } from "./case/useShortcuts";
import { CasePane } from "./CasePane";
import { Presence } from "./Presence";
import { usePreferences } from "./preferences";
import { QueuePane } from "./QueuePane";
import { SidePane } from "./SidePane";
import { Supervisor } from "./Supervisor";
import { Transfer } from "./Transfer";
import { useLive } from "./useLive";
import { useQueueActs } from "./useQueueActs";

const SUPERVISOR = "supervisor";

interface ConsoleProps {
  staff: Staff;
  onSignedOut: (notice: string | null) => void;
}

export function Console({ staff, onSignedOut }: ConsoleProps) {
  const [api] = useState(() => new AdvisorApi(staff.csrf));
  const [desk] = useState(() => new QueueApi(staff.csrf));
  const [cases] = useState(() => new CaseApi(staff.csrf));
  const leftPane = useWidth("left", 304, 220, 460);
  const rightPane = useWidth("right", 416, 300, 720);
  const [selected, setSelected] = useState<string | null>(null);
  const [notice, setNotice] = useState("");
  const [dialog, setDialog] = useState<"transfer" | "supervision" | "close" | "link" | "keys" | null>(null);
  const [preferences, setPreferences] = usePreferences();
  const watch = <T,>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) onSignedOut(texts.advisor.signed_out);
      throw error;
    });
  const { queue, failed, round, connected, typing, refresh } = useLive(() => watch(desk.queue()));
  const opened = useRemote(selected === null ? null : () => watch(api.open(selected)), `${selected ?? ""}:${round}`);
  const current = selected !== null && opened.data?.id === selected ? opened.data : null;
  const supervises = staff.role === SUPERVISOR;
  const teams = useRemote(supervises ? () => watch(desk.teams()) : null, staff.csrf);
  const acts = useQueueActs({ api: desk, select: setSelected, tell: setNotice, refresh });
  useAlerts(queue, preferences);
  const left = (said: string): void => {
    setSelected(null);
    setNotice(said);
    refresh();
  };
  const release = (id: string): void => {
    watch(desk.release(id)).then(
      () => left(texts.advisor.released),
      () => setNotice(texts.advisor.failed),
    );
  };
  useShortcuts({
    help: () => setDialog("keys"),
    newest: () => {
      const unread = queue?.mine.filter((one) => one.unread > 0) ?? [];
      const newest = unread.sort((a, b) => (b.waiting_since ?? "").localeCompare(a.waiting_since ?? ""))[0];
      if (newest) setSelected(newest.id);
    },
    longest: () => {
      const waits = queue?.mine.filter((one) => one.waiting_since !== null) ?? [];
      const longest = waits.sort((a, b) => (a.waiting_since ?? "").localeCompare(b.waiting_since ?? ""))[0];
      if (longest) setSelected(longest.id);
    },
    close: () => current && setDialog("close"),
  });
  const before = useRef<Queue | null>(null);
  const compare = useEffectEvent((now: Queue) => {
    const had = before.current?.mine.some(({ id }) => id === selected);
    before.current = now;
    if (had && !now.mine.some(({ id }) => id === selected)) left(notice || texts.queue.left);
  });
  useEffect(() => {
    if (queue) compare(queue);
  }, [queue]);
  return (
    <div className={selected === null ? "console" : "console console--open"}>
      <header className="console__head">
        <Brand />
        <p>{texts.advisor.title}</p>
        <div className="console__tools">
          <Button look="quiet" className="console__keys" onClick={() => setDialog("keys")}>
            {texts.shortcuts.open}
          </Button>
          {supervises && (
            <Button look="quiet" onClick={() => setDialog("supervision")}>
              {texts.supervision.open}
            </Button>
          )}
          {queue && (
            <Presence
              queue={queue}
              save={(body) => watch(desk.say(body)).finally(refresh)}
              preferences={preferences}
              onPreferences={setPreferences}
            />
          )}
        </div>
        <AccountMenu staff={staff} onSignedOut={onSignedOut} />
      </header>
      <p className="visually-hidden" role="status">
        {queue && fill(texts.queue.new, { n: queue.waiting.length })}
      </p>
      <p role="status" className={notice || !connected ? "offline" : "visually-hidden"}>
        {connected ? notice : texts.advisor.offline}
      </p>
      <div className="console__panes" style={paneStyle(leftPane, rightPane)}>
        {queue ? (
          <QueuePane queue={queue} selected={selected} movable={teams.data ?? []} acts={acts} />
        ) : (
          <RemoteNotice remote={{ data: null, failed, loading: !failed, reload: refresh }} />
        )}
        <Splitter label={texts.panes.left} width={leftPane} grows={1} />
        {current ? (
          <>
            <CasePane
              key={current.id}
              api={api}
              cases={cases}
              opened={current}
              name={staff.name}
              typing={typing.has(current.id)}
              dialog={dialog === "close" || dialog === "link" ? dialog : null}
              onDialog={setDialog}
              onChanged={refresh}
              onClosed={() => left(texts.advisor.closed)}
              onRelease={() => release(current.id)}
              onTransfer={() => setDialog("transfer")}
              onBack={() => setSelected(null)}
            />
            <Splitter label={texts.panes.right} width={rightPane} grows={-1} />
            <SidePane key={`side-${current.id}`} api={api} cases={cases} opened={current} onChanged={refresh} />
          </>
        ) : (
          <main className="console__empty">
            <h1 className="visually-hidden">{texts.advisor.title}</h1>
            {selected === null ? (
              <>
                <p>{texts.advisor.pick}</p>
                <FollowUps
                  api={cases}
                  round={`${queue?.follow_ups_due ?? 0}:${round}`}
                  onOpen={(id) => {
                    setSelected(id);
                    refresh();
                  }}
                />
              </>
            ) : (
              <RemoteNotice remote={opened} />
            )}
          </main>
        )}
      </div>
      {acts.full && queue && (
        <ConfirmDialog
          title={fill(texts.queue.full_title, { n: queue.mine.length })}
          text={fill(texts.queue.full_text, { n: queue.capacity })}
          confirm={texts.queue.full_confirm}
          failed={texts.queue.already_claimed}
          act={() => acts.claimAnyway(acts.full ?? "")}
          onClose={acts.dropFull}
        />
      )}
      {dialog === "transfer" && selected !== null && (
        <Transfer
          api={desk}
          conversation={selected}
          onOffered={() => {
            setDialog(null);
            refresh();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "keys" && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {dialog === "supervision" && <Supervisor api={desk} round={round} onClose={() => setDialog(null)} />}
    </div>
  );
}
