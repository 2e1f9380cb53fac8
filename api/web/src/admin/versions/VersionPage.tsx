/** One version: what it changed, how it differs from another, and the way back to it. */
import { useId, useState } from "react";
import { moment } from "../../staff/account/moment";
import { Problem } from "../../staff/account/Problem";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { ChangeList } from "../drafts/ChangeList";
import { draftLink, versionLink, versionsLink } from "../drafts/links";
import { day, said } from "../drafts/said";
import { useDoing } from "../drafts/useDoing";
import { useRoute } from "../routes";
import { DraftsApi } from "../wire/drafting";
import { exportPath } from "../wire/interchange";
import { VersionsApi, type Version } from "../wire/versions";
import { RestoreDialog } from "./RestoreDialog";
import { makers, noteOf, standing } from "./VersionList";

function Comparison({ api, version, newest }: { api: VersionsApi; version: number; newest: number }) {
  const id = useId();
  const others = Array.from({ length: newest }, (_, place) => newest - place).filter((one) => one !== version);
  const [against, setAgainst] = useState(version > 1 ? version - 1 : others[0]);
  const changes = useRemote(against === undefined ? null : () => api.compared(version, against), `${version}:${against ?? 0}`);
  if (against === undefined) return <p>{said.versions.first}</p>;
  return (
    <section className="stack__part">
      <div className="labelled labelled--row">
        <label htmlFor={id}>{said.versions.against}</label>
        <select id={id} className="field" value={against} onChange={(event) => setAgainst(Number(event.target.value))}>
          {others.map((one) => (
            <option key={one} value={one}>
              {fill(said.versions.name, { version: one })}
            </option>
          ))}
        </select>
      </div>
      <h2>{fill(said.versions.compared, { against, version })}</h2>
      <RemoteNotice remote={changes} />
      {changes.data?.items.length === 0 && <p>{said.versions.same}</p>}
      <ChangeList items={changes.data?.items ?? []} />
    </section>
  );
}

function Tools({ version, newest, onRestore }: { version: Version; newest: number; onRestore: (() => void) | null }) {
  const { calls, drafts, mayEdit } = useAdmin();
  const [, go] = useRoute();
  const { busy, problem, start } = useDoing();
  const number = version.version;
  const older = number < newest;
  const begin = (): void =>
    start(
      () => new DraftsApi(calls).begin(fill(said.versions.draft_title, version), number),
      (draft) => {
        drafts.reload();
        go(draftLink(draft.id));
      },
    );
  return (
    <>
      <div className="stack__tools">
        {older && onRestore && (
          <Button look="primary" onClick={onRestore}>
            {said.versions.restore}
          </Button>
        )}
        {older && mayEdit && (
          <Button disabled={busy} onClick={begin}>
            {said.versions.draft}
          </Button>
        )}
        <a href={exportPath("export.xlsx", { version: number })}>{said.versions.export_table}</a>
        <a href={exportPath("export.json", { version: number })}>{said.versions.export_json}</a>
      </div>
      {older && !onRestore && mayEdit && <p className="hint">{said.versions.second_person}</p>}
      <Problem text={problem} />
    </>
  );
}

export function VersionPage({ version: number }: { version: number }) {
  const { calls, draft, mayEdit, mayApprove, drafts } = useAdmin();
  const [, go] = useRoute();
  const [api] = useState(() => new VersionsApi(calls));
  const versions = useRemote(() => api.all(), number);
  const settings = useRemote(() => new DraftsApi(calls).settings(), "settings");
  const [restoring, setRestoring] = useState(false);
  const version = versions.data?.items.find((one) => one.version === number);
  if (!versions.data || !settings.data) return <RemoteNotice remote={versions.data ? settings : versions} />;
  const newest = versions.data.items[0]?.version ?? number;
  const stands = version && standing(version);
  const restores = mayApprove || (mayEdit && !settings.data.four_eyes);
  return (
    <div className="stack">
      <p>
        <a href={versionsLink(draft?.id ?? null)}>{said.versions.back}</a>
      </p>
      <div className="stack__head">
        <h1>{fill(said.versions.name, { version: number })}</h1>
        {stands && <span className="mark mark--published">{stands}</span>}
      </div>
      {version && (
        <>
          <p className="hint">
            {fill(said.versions.meta, { effective: day(version.effective_from), created: moment(version.created) })}{" "}
            {`${said.versions.kinds[version.kind]}: ${makers(version)}.`}
          </p>
          {noteOf(version) && <p>{noteOf(version)}</p>}
          <Tools version={version} newest={newest} onRestore={restores ? () => setRestoring(true) : null} />
          <Comparison key={newest} api={api} version={number} newest={newest} />
        </>
      )}
      {restoring && (
        <RestoreDialog
          api={api}
          version={number}
          onRestored={(as) => {
            drafts.reload();
            setRestoring(false);
            go(versionLink(as.version, null));
          }}
          onClose={() => setRestoring(false)}
        />
      )}
    </div>
  );
}
