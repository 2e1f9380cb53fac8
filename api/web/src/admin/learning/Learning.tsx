/** The section of learning: messages, examples, models. */
import "../../styles/drafts.css";
import "../../styles/learning.css";
import { useMemo } from "react";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import type { SectionProps } from "../sections";
import { vocabulary } from "../wire/catalogue";
import { Comparison } from "./Comparison";
import { Examples } from "./Examples";
import { Messages } from "./Messages";
import { Models } from "./Models";
import { said } from "./said";
import { learningApi } from "./wire";

const TABS = ["viestit", "esimerkit", "mallit"] as const;

export default function Learning({ rest: [named, number] }: SectionProps) {
  const { calls, draft } = useAdmin();
  const api = useMemo(() => learningApi(calls), [calls]);
  const words = useRemote(() => vocabulary(calls, null), "");
  const tab = TABS.find((one) => one === named) ?? TABS[0];
  const model = Number(number);
  const facts = words.data?.facts;
  return (
    <div className="stack">
      <h1>{said.title}</h1>
      <p>{said.intro}</p>
      <nav aria-label={said.title} className="learning-tabs">
        {TABS.map((one) => (
          <a
            key={one}
            href={linkTo(["oppiminen", one], draft?.id ?? null)}
            aria-current={one === tab ? "page" : undefined}
          >
            {said.tabs[one]}
          </a>
        ))}
      </nav>
      <RemoteNotice remote={words} />
      {facts && tab === "viestit" && <Messages api={api} facts={facts} />}
      {facts && tab === "esimerkit" && <Examples api={api} facts={facts} />}
      {tab === "mallit" && (number ? <Comparison key={model} api={api} model={model} /> : <Models api={api} />)}
    </div>
  );
}
