/** The right pane of a case: facts, the set, the card and the notes, with what has changed on top. */
import { useEffect, useState } from "react";
import { numbered } from "../plan/card";
import { usePlan } from "../plan/usePlan";
import { DifferenceNote } from "../result/DifferenceNote";
import { useDifference } from "../result/useDifference";
import { texts } from "../texts";
import { newId } from "../transport/ids";
import type { AdvisorApi } from "../wire/advisor";
import type { CaseApi, CaseView, Sent } from "../wire/case";
import { FactsTab } from "./case/FactsTab";
import { NotesTab } from "./case/NotesTab";
import { PlanTab } from "./case/PlanTab";
import { SuggestionTab } from "./case/SuggestionTab";

export const TABS = ["facts", "suggestion", "plan", "notes"] as const;
export type Tab = (typeof TABS)[number];

interface SidePaneProps {
  api: AdvisorApi;
  cases: CaseApi;
  opened: CaseView;
  onChanged: () => void;
}

interface TabListProps {
  tab: Tab;
  counts: Partial<Record<Tab, number>>;
  onPick: (tab: Tab) => void;
}

function TabList({ tab, counts, onPick }: TabListProps) {
  const step = (by: number): void => {
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab;
    onPick(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" className="tabs" aria-label={texts.advisor.side}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={tab === name}
          aria-controls="side-panel"
          tabIndex={tab === name ? 0 : -1}
          onClick={() => onPick(name)}
          onKeyDown={(event) => {
            if (event.key === "ArrowLeft") step(-1);
            if (event.key === "ArrowRight") step(1);
          }}
        >
          {texts.case.tabs[name]}
          {counts[name] ? <span className="badge">{counts[name]}</span> : null}
        </button>
      ))}
    </div>
  );
}

export function SidePane({ api, cases, opened, onChanged }: SidePaneProps) {
  const [tab, setTab] = useState<Tab>("facts");
  const [changed, readChange] = useDifference(opened.suggestion, true);
  const hold = usePlan(
    opened.plan,
    (version, content) => cases.putPlan(opened.id, version, content),
    () => api.open(opened.id).then(({ plan }) => plan),
  );
  useEffect(() => {
    const pick = (event: KeyboardEvent): void => {
      const name = event.altKey ? TABS[Number(event.key) - 1] : undefined;
      if (!name) return;
      event.preventDefault();
      setTab(name);
      document.getElementById(`tab-${name}`)?.focus();
    };
    window.addEventListener("keydown", pick);
    return () => window.removeEventListener("keydown", pick);
  }, []);
  const send = (sent: Sent): Promise<unknown> => cases.send(opened.id, newId(), sent).then(onChanged);
  const toCard = (service: string): void => {
    const { card } = hold;
    hold.change({ ...card, services: numbered([...card.services, { id: service, order: 0 }]) });
    setTab("plan");
  };
  return (
    <aside className="side side--advisor" aria-label={texts.advisor.side}>
      <TabList tab={tab} counts={{ notes: opened.notes.length }} onPick={setTab} />
      {changed && <DifferenceNote title={texts.difference.title} changed={changed} onDismiss={readChange} />}
      <div role="tabpanel" id="side-panel" aria-labelledby={`tab-${tab}`}>
        <h2 className="visually-hidden">{texts.case.tabs[tab]}</h2>
        {tab === "facts" && (
          <FactsTab
            api={cases}
            opened={opened}
            onChanged={onChanged}
            onAsk={(fact) => send({ kind: "question", fact })}
          />
        )}
        {tab === "suggestion" && (
          <SuggestionTab
            opened={opened}
            onSend={(service) => send({ kind: "service", service })}
            onCard={toCard}
          />
        )}
        {tab === "plan" && <PlanTab opened={opened} hold={hold} />}
        {tab === "notes" && <NotesTab api={cases} opened={opened} onChanged={onChanged} />}
      </div>
    </aside>
  );
}
