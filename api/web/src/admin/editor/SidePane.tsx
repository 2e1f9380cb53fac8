/** Beside the form: the rule in plain Finnish, a trial with a person, whom it touches, and where it is used. */
import { useState, type KeyboardEvent } from "react";
import said from "../../texts/admin.json";
import { ChatPreview, SHOWN_IN_CHAT } from "../texts/ChatPreview";
import { TrialPane } from "../trial/TrialPane";
import type { Entry, EntryApi } from "../wire/catalogue";
import type { Content } from "../wire/drafting";
import { EffectPane } from "./EffectPane";
import { ReadingView } from "./ReadingView";
import type { Ahead } from "./useAhead";
import { Uses } from "./Uses";

type Tab = keyof typeof said.side.tabs;
const RULE_TABS: readonly Tab[] = ["reading", "trial", "effect"];
/** These say nothing of who is suggested what. */
const WITHOUT_RULES = [
  "texts",
  "sentences",
  "numbers",
  "teams",
  "hours",
  "municipalities",
  "regions",
  "wellbeing_areas",
];
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

interface SidePaneProps {
  api: EntryApi;
  collection: string;
  found: Entry;
  content: Content;
  ahead: Ahead;
}

export function SidePane({ api, collection, found, content, ahead }: SidePaneProps) {
  const tabs: readonly Tab[] = [
    ...(WITHOUT_RULES.includes(collection) ? [] : RULE_TABS),
    ...(SHOWN_IN_CHAT.includes(collection) ? (["chat"] as const) : []),
    "uses",
  ];
  const [tab, setTab] = useState<Tab>(tabs[0] ?? "uses");
  const reading = ahead.preview?.readings[collection]?.[found.id] ?? (ahead.preview ? null : found.reading);
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? tab;
    setTab(next);
    document.getElementById(`sivu-${next}`)?.focus();
  };
  return (
    <aside id="rinnalla" tabIndex={-1} className="entry__side" aria-label={said.side.label}>
      <div role="tablist" aria-label={said.side.label} className="side-tabs">
        {tabs.map((one) => (
          <button
            key={one}
            id={`sivu-${one}`}
            type="button"
            role="tab"
            aria-selected={tab === one}
            aria-controls="sivu"
            tabIndex={tab === one ? 0 : -1}
            onClick={() => setTab(one)}
            onKeyDown={step}
          >
            {said.side.tabs[one]}
          </button>
        ))}
      </div>
      <div role="tabpanel" tabIndex={0} id="sivu" aria-labelledby={`sivu-${tab}`} className="entry__pane">
        {tab === "reading" &&
          (reading ? <ReadingView reading={reading} linked /> : <p className="hint">{said.reading.none}</p>)}
        <div hidden={tab !== "trial"}>
          <TrialPane api={api} collection={collection} content={content} active={tab === "trial"} />
        </div>
        {tab === "chat" && <ChatPreview collection={collection} content={content} />}
        {tab === "effect" && <EffectPane ahead={ahead} />}
        {tab === "uses" && <Uses collection={collection} found={found} />}
      </div>
    </aside>
  );
}
