/** A draft on its way to a version: what stands in the way, and the next step for whoever is looking. */
import { InlineAlert } from "suomifi-ui-components";
import { Problem } from "../../staff/account/Problem";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import type { Draft, DraftsApi } from "../wire/drafting";
import { useAdmin } from "../context";
import { draftLink, MERGE, versionLink } from "../drafts/links";
import { said } from "../drafts/said";
import { useDoing } from "../drafts/useDoing";
import { PublishForm, ReturnForm, SubmitForm } from "./forms";

interface PublishTabProps {
  api: DraftsApi;
  draft: Draft;
  onChanged: () => void;
}

const words = said.publishing;

/** What has to be done before a draft can be published, with the way there. */
function obstacle(draft: Draft, errors: number): { text: string; href: string | null } | null {
  if (draft.stale) return { text: words.stale, href: draftLink(draft.id, MERGE) };
  if (draft.changes === 0) return { text: words.nothing, href: null };
  if (errors === 0) return null;
  const text = errors === 1 ? words.blocked_one : fill(words.blocked, { n: errors });
  return { text, href: draftLink(draft.id, "ongelmat") };
}

function Obstacle({ text, href }: { text: string; href: string | null }) {
  return (
    <InlineAlert status="warning">
      {text} {href && <a href={href}>{href.includes("ongelmat") ? said.effect.to_problems : said.draft.to_merge}</a>}
    </InlineAlert>
  );
}

function Submitted({ api, draft, onChanged, fourEyes }: PublishTabProps & { fourEyes: boolean }) {
  const { staff, mayEdit, mayApprove } = useAdmin();
  const { start, busy, problem } = useDoing(onChanged);
  const own = fourEyes && draft.editors.includes(staff.name);
  return (
    <>
      <p>{fill(words.submitted_by, { name: draft.submitted_by })}</p>
      {draft.note && <p>{fill(words.submitted_note, { note: draft.note })}</p>}
      {mayEdit && (
        <section className="panel">
          <p>{words.wait}</p>
          <Problem text={problem} />
          <Button disabled={busy} onClick={() => start(() => api.withdraw(draft.id), onChanged)}>
            {words.withdraw}
          </Button>
        </section>
      )}
      {mayApprove && (
        <>
          {own && <InlineAlert status="warning">{words.own}</InlineAlert>}
          <ReturnForm api={api} draft={draft} onChanged={onChanged} />
        </>
      )}
    </>
  );
}

export function PublishTab({ api, draft, onChanged }: PublishTabProps) {
  const { staff, mayEdit, mayApprove } = useAdmin();
  const settings = useRemote(() => api.settings(), "settings");
  const problems = useRemote(() => api.problems(draft.id), `${draft.id}:${draft.revision}`);
  if (draft.state === "published" && draft.published_as !== null) {
    const version = { version: draft.published_as };
    return (
      <>
        <h2>{words.title}</h2>
        <p role="status">{fill(words.done, version)}</p>
        <p>
          <a href={versionLink(draft.published_as, null)}>{fill(words.to_version, version)}</a>
        </p>
      </>
    );
  }
  if (!settings.data || !problems.data) return <RemoteNotice remote={settings.data ? problems : settings} />;
  const fourEyes = settings.data.four_eyes;
  const hindered = draft.state === "discarded" ? { text: words.discarded, href: null } : obstacle(draft, problems.data.errors);
  const approves = fourEyes
    ? mayApprove && draft.state === "submitted" && !draft.editors.includes(staff.name)
    : mayEdit || mayApprove;
  const step = { api, draft, onChanged };
  return (
    <>
      <h2>{words.title}</h2>
      {!fourEyes && <InlineAlert status="warning">{words.four_eyes_off}</InlineAlert>}
      {hindered && <Obstacle {...hindered} />}
      {!mayEdit && !mayApprove && <p>{words.read_only}</p>}
      {approves && !hindered && <PublishForm {...step} onPublished={onChanged} />}
      {draft.state === "submitted" && <Submitted {...step} fourEyes={fourEyes} />}
      {draft.state === "open" && mayEdit && !hindered && fourEyes && <SubmitForm {...step} />}
    </>
  );
}
