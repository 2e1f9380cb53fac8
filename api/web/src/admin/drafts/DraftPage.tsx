/** One draft: where it stands, what it changes, what is wrong with it, whom it touches, and its publishing. */
import { InlineAlert } from "suomifi-ui-components";
import { useState } from "react";
import { moment } from "../../staff/account/moment";
import { Problem } from "../../staff/account/Problem";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import { DraftsApi, type Draft } from "../wire/drafting";
import { PublishTab } from "../publishing/PublishTab";
import { ChangesTab } from "./ChangesTab";
import { EffectTab } from "./EffectTab";
import { draftLink, draftsLink, MERGE, TABS, type Tab } from "./links";
import { ProblemsTab } from "./ProblemsTab";
import { personName, said } from "./said";
import { useDoing } from "./useDoing";

interface DraftPageProps {
  draft: number;
  tab: Tab;
}

function Head({ draft, editable }: { draft: Draft; editable: boolean }) {
  const meta = { version: draft.based_on, author: personName(draft.author), updated: moment(draft.updated) };
  const { returned_note: returned } = draft;
  return (
    <>
      <p>
        <a href={draftsLink(draft.id)}>{said.draft.back}</a>
      </p>
      <div className="stack__head">
        <h1>{draft.title}</h1>
        <span className={`mark mark--${draft.state}`}>{said.drafts.states[draft.state]}</span>
      </div>
      <p className="hint">
        {fill(said.draft.meta, meta)}{" "}
        {draft.editors.length > 0 && fill(said.draft.editors, { names: draft.editors.join(", ") })}
      </p>
      {draft.stale && (
        <InlineAlert status="warning">
          {fill(said.draft.stale, draft)}{" "}
          {editable && <a href={draftLink(draft.id, MERGE)}>{said.draft.to_merge}</a>}
        </InlineAlert>
      )}
      {returned !== null && draft.state === "open" && (
        <InlineAlert status="warning">
          {returned ? fill(said.draft.returned, { note: returned }) : said.draft.returned_bare}
        </InlineAlert>
      )}
    </>
  );
}

function Tabs({ draft, tab }: { draft: Draft; tab: Tab }) {
  return (
    <nav className="tablinks" aria-label={said.draft.tabs_label}>
      {TABS.map((name) => (
        <a key={name} href={draftLink(draft.id, name)} aria-current={name === tab ? "page" : undefined}>
          {said.draft.tabs[name]}
          {name === "muutokset" && <span className="badge">{draft.changes}</span>}
        </a>
      ))}
    </nav>
  );
}

export function DraftPage({ draft: id, tab }: DraftPageProps) {
  const { calls, drafts, mayEdit } = useAdmin();
  const [api] = useState(() => new DraftsApi(calls));
  const remote = useRemote(() => api.one(id), id);
  const reload = (): void => {
    remote.reload();
    drafts.reload();
  };
  const [discarding, setDiscarding] = useState(false);
  const { busy, problem, start } = useDoing(reload);
  const draft = remote.data;
  if (draft?.id !== id) return <RemoteNotice remote={remote} />;
  const editable = mayEdit && draft.state === "open";
  return (
    <div className="stack">
      <Head draft={draft} editable={editable} />
      <div className="stack__tools">
        <a href={linkTo(["luettelo", "services"], id)}>{editable ? said.draft.work : said.draft.look}</a>
        {editable && (
          <Button look="quiet" onClick={() => setDiscarding(true)}>
            {said.draft.discard}
          </Button>
        )}
        {mayEdit && draft.state === "discarded" && (
          <>
            <span>{said.draft.discarded}</span>
            <Button disabled={busy} onClick={() => start(() => api.reopen(id), reload)}>
              {said.draft.reopen}
            </Button>
          </>
        )}
      </div>
      <Problem text={problem} />
      <Tabs draft={draft} tab={tab} />
      {tab === "muutokset" && <ChangesTab api={api} draft={draft} editable={editable} onChanged={reload} />}
      {tab === "ongelmat" && <ProblemsTab api={api} draft={draft} />}
      {tab === "vaikutus" && <EffectTab api={api} draft={draft} />}
      {tab === "julkaisu" && <PublishTab api={api} draft={draft} onChanged={reload} />}
      {discarding && (
        <ConfirmDialog
          title={said.draft.discard_title}
          text={said.draft.discard_text}
          confirm={said.draft.discard}
          failed={said.failed[""]}
          act={() => api.discard(id).then(reload)}
          onClose={() => setDiscarding(false)}
        />
      )}
    </div>
  );
}
