/** The panel of what was understood: every fact with its words, to be corrected or taken back. */
import { useState } from "react";
import { fill, texts } from "../texts";
import type { Choice } from "../wire/messages";
import type { Fact } from "../wire/suggestion";
import type { VisitorApi } from "../wire/visitor";
import type { Remote } from "../ui/useRemote";
import { RemoteNotice } from "../ui/RemoteNotice";
import { FactGroups } from "./FactGroups";
import { FactItem } from "./FactItem";

interface FactsPanelProps {
  api: VisitorApi | null;
  facts: Remote<{ items: Fact[] }>;
  onChanged: () => void;
}

function put(api: VisitorApi, choice: Choice): Promise<unknown> {
  if ("confirm" in choice || "forget" in choice) return Promise.resolve();
  const { fact, ...answer } = choice;
  return api.putFact(fact, answer);
}

export function FactsPanel({ api, facts, onChanged }: FactsPanelProps) {
  const [notice, setNotice] = useState("");
  const items = facts.data?.items ?? [];
  const attempt = async (act: Promise<unknown>, done: string): Promise<boolean> => {
    try {
      await act;
      setNotice(done);
      onChanged();
      return true;
    } catch {
      setNotice(texts.facts.failed);
      return false;
    }
  };
  return (
    <div className="facts">
      <p className="facts__intro">{items.length > 0 || facts.loading ? texts.facts.intro : texts.facts.empty}</p>
      <p role="status" className={notice === "" ? "visually-hidden" : "remark facts__notice"}>
        {notice}
      </p>
      <RemoteNotice remote={facts} />
      <FactGroups
        items={items}
        show={(fact) => (
          <FactItem
            key={fact.fact}
            fact={fact}
            change={api ? (choice) => attempt(put(api, choice), fill(texts.facts.saved, fact)) : undefined}
            remove={api ? () => attempt(api.removeFact(fact.fact), fill(texts.facts.removed, fact)) : undefined}
          />
        )}
      />
    </div>
  );
}
