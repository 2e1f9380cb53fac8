/** The visitor's page: the conversation, what was understood, the path, and the way to a human. */
import { useRef, useState, useSyncExternalStore } from "react";
import { FactsPanel } from "../facts/FactsPanel";
import { HandoffDialog } from "../handoff/HandoffDialog";
import { WaitingPanel } from "../handoff/WaitingPanel";
import { PlanView } from "../plan/PlanView";
import { DifferenceNote } from "../result/DifferenceNote";
import { ResultView } from "../result/ResultView";
import { useDifference } from "../result/useDifference";
import { useChoices } from "../result/useChoices";
import { texts } from "../texts";
import type { Session } from "../transport/session";
import type { Language } from "../wire/messages";
import type { HandoffAnswer } from "../wire/suggestion";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { useHash } from "../ui/useHash";
import { useMedia } from "../ui/useMedia";
import { useNoFiles } from "../ui/useNoFiles";
import { useRemote } from "../ui/useRemote";
import { Announcer } from "./Announcer";
import { Composer } from "./Composer";
import { hasResult, latestProgress, openQuestion } from "./dialogue";
import { FactsSide } from "./FactsSide";
import { Gone } from "./Gone";
import { Header } from "./Header";
import { MessageLog } from "./MessageLog";
import { PrivacyDialog } from "./PrivacyDialog";
import { ProgressRow } from "./ProgressRow";
import { saveAsFile } from "./save";
import { useFocusOnReturn } from "./useFocusOnReturn";
import { useJoiner } from "./useJoiner";
import { useTypingSignal } from "../ui/useTypingSignal";

const PATH = "polku";
const CARD = "kortti";

interface ChatAppProps {
  session: Session;
  /** Forgets this conversation in the browser and begins another. */
  onRestart: () => void;
}

export function ChatApp({ session, onRestart }: ChatAppProps) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const { api, messages, state, phase } = snapshot;
  const wide = useMedia("(min-width: 1100px)");
  const [factsWanted, setFactsWanted] = useState<boolean | null>(null);
  const [dialog, setDialog] = useState<"handoff" | "privacy" | "erase" | null>(null);
  const [notice, setNotice] = useState("");
  const [edits, setEdits] = useState(0);
  const [hash, setHash] = useHash();
  const input = useRef<HTMLTextAreaElement>(null);

  const answered = messages.filter((message) => message.from !== "visitor").length;
  const language = state.language ?? "fi";
  const round = `${answered}:${snapshot.factsRound}:${edits}:${language}`;
  const facts = useRemote(api && (() => api.facts()), round);
  const factCount = facts.data?.items.length ?? 0;
  const resultReady = hasResult(messages);
  const setWanted = resultReady || hash === CARD || state.state === "advisor";
  const suggestion = useRemote(api && setWanted ? () => api.suggestion() : null, round);
  const [choices, choose] = useChoices(api, suggestion.data?.choices);
  const pathShown = hash === PATH && resultReady;
  const cardShown = hash === CARD && api !== null;
  const beside = pathShown || cardShown;
  const plan = useRemote(api && (() => api.plan()), `${snapshot.planRound}:${cardShown}:${language}`);
  const [changed, readChange] = useDifference(suggestion.data, state.state === "advisor");
  const [noFiles, readNoFiles] = useNoFiles(texts.files.visitor);
  const joiner = useJoiner(api);
  const typing = useTypingSignal((on) => api?.typing(on) ?? Promise.resolve());
  const factsOpen = factsWanted ?? (wide && factCount > 0 && !beside);
  const { progress, canShowResult } = latestProgress(messages);

  useFocusOnReturn(beside);
  const focusInput = (): void => input.current?.focus();
  const handed = (answer: HandoffAnswer): void => {
    if (answer.state === "waiting") session.setState({ state: "waiting", position: answer.position, advisor: null });
  };
  const exportAll = (): void => {
    setNotice("");
    api?.export().then(saveAsFile, () => setNotice(texts.chat.export_failed));
  };
  const speak = (language: Language): void => {
    setNotice("");
    session.speak(language).catch(() => setNotice(texts.header.selko_failed));
  };
  const panel = <FactsPanel api={api} facts={facts} onChanged={() => setEdits((count) => count + 1)} />;

  return (
    <div className={beside ? "app app--path" : "app"}>
      <Header
        state={state}
        offline={snapshot.offline}
        factCount={factCount}
        factsOpen={factsOpen}
        pathShown={beside}
        onFacts={() => setFactsWanted(!factsOpen)}
        onHuman={() => setDialog("handoff")}
        onPath={resultReady || beside ? () => setHash(beside ? "" : PATH) : null}
        onPlan={resultReady || (plan.data?.version ?? 0) > 0 ? () => setHash(CARD) : null}
        onPrivacy={() => setDialog("privacy")}
        onExport={exportAll}
        onErase={() => setDialog("erase")}
        onLanguage={api && phase !== "gone" ? speak : null}
      />
      {notice && <p role="alert" className="offline">{notice}</p>}
      {noFiles && (
        <p role="alert" className="offline">
          {noFiles}
          <button type="button" className="link-button" onClick={readNoFiles}>
            {texts.close}
          </button>
        </p>
      )}
      <div className="app__body">
        {cardShown ? (
          <PlanView
            api={api}
            remote={plan}
            suggestion={suggestion.data}
            shown={state.state === "advisor"}
            onBack={() => setHash("")}
          />
        ) : pathShown ? (
          <ResultView
            remote={suggestion}
            choices={choices}
            onChoose={choose}
            onHuman={() => setDialog("handoff")}
            onPlan={() => setHash(CARD)}
            onBack={() => setHash("")}
          />
        ) : (
          <main className="chat">
            <h1 className="visually-hidden">{texts.chat.log}</h1>
            {phase === "starting" && messages.length === 0 && <p className="chat__starting">{texts.chat.starting}</p>}
            {phase === "gone" ? (
              <Gone onRestart={onRestart} />
            ) : (
              <>
                <MessageLog
                  snapshot={snapshot}
                  suggestion={suggestion.data}
                  onResend={(id) => session.resend(id)}
                  onDiscard={(id) => session.discard(id)}
                  actions={{
                    send: (outgoing, label) => {
                      session.send(outgoing, label);
                      if (wide) focusInput();
                    },
                    openResult: () => setHash(PATH),
                    openHandoff: () => setDialog("handoff"),
                    openErase: () => setDialog("erase"),
                    openPlan: () => setHash(CARD),
                    takeService: (service) => choose(service, "accept"),
                    tellExperience: (rating, text) => api?.tellExperience(rating, text) ?? Promise.resolve(),
                    joiner,
                  }}
                />
                <Announcer messages={messages} open={openQuestion(snapshot)} />
                {changed && (
                  <DifferenceNote title={texts.difference.yours} changed={changed} onDismiss={readChange} />
                )}
                {api && <WaitingPanel api={api} state={state} />}
                <div className="chat__foot">
                  <Composer
                    ref={input}
                    label={texts.chat.input}
                    send={texts.chat.send}
                    onSend={(text) => {
                      typing.stop();
                      session.send({ text }, text);
                    }}
                    onTyping={state.state === "advisor" ? typing.tell : undefined}
                  />
                  {state.state === "bot" && <ProgressRow
                    progress={progress}
                    canShowResult={canShowResult}
                    onShowResult={() => session.send({ command: "result" }, texts.commands.result)}
                  />}
                </div>
              </>
            )}
          </main>
        )}
        {factsOpen && (
          <FactsSide docked={wide} onClose={() => setFactsWanted(false)}>
            {panel}
          </FactsSide>
        )}
      </div>
      {dialog === "handoff" && api && (
        <HandoffDialog api={api} closed={state.closed} onAnswered={handed} onClose={() => setDialog(null)} />
      )}
      {dialog === "privacy" && <PrivacyDialog api={api} joiner={joiner} onClose={() => setDialog(null)} />}
      {dialog === "erase" && api && (
        <ConfirmDialog
          {...texts.erase}
          act={() => api.erase().then(onRestart)}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
