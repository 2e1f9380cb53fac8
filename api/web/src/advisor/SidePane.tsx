/** The right pane: what is known of the person, as far as it was shared, and the suggested set. */
import { useState } from "react";
import { FactGroups } from "../facts/FactGroups";
import { FactItem } from "../facts/FactItem";
import { Path } from "../result/Path";
import { StillOpen } from "../result/StillOpen";
import { fill, texts } from "../texts";
import type { Case } from "../wire/advisor";

const TABS = ["facts", "suggestion"] as const;
type Tab = (typeof TABS)[number];

function Facts({ facts, withheld }: Pick<Case, "facts" | "withheld">) {
  return (
    <>
      {facts.length === 0 && <p className="hint">{texts.advisor.no_facts}</p>}
      <FactGroups items={facts} show={(fact) => <FactItem key={fact.fact} fact={fact} />} />
      <ul className="facts__list">
        {withheld.map((category) => (
          <li key={category} className="fact hint">
            {fill(texts.advisor.withheld, { category: texts.advisor.categories[category] })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Suggested({ suggestion, withheld }: Pick<Case, "suggestion" | "withheld">) {
  if (!suggestion) return <p className="hint">{texts.advisor.no_suggestion}</p>;
  return (
    <div className="side__path">
      {withheld.length > 0 && <p className="hint">{texts.advisor.from_shared}</p>}
      <Path suggestion={suggestion} />
      <StillOpen suggestion={suggestion} />
    </div>
  );
}

export function SidePane({ opened }: { opened: Case }) {
  const [tab, setTab] = useState<Tab>("facts");
  return (
    <aside className="side side--advisor" aria-label={texts.advisor.side}>
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
            onClick={() => setTab(name)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
              const other = name === "facts" ? "suggestion" : "facts";
              setTab(other);
              document.getElementById(`tab-${other}`)?.focus();
            }}
          >
            {texts.advisor[name]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="side-panel" aria-labelledby={`tab-${tab}`}>
        <h2 className="visually-hidden">{texts.advisor[tab]}</h2>
        {tab === "facts" ? <Facts {...opened} /> : <Suggested {...opened} />}
      </div>
    </aside>
  );
}
