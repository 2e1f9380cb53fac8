/** Every version of the rules, newest first. */
import { fill } from "../../texts";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { TableHead } from "../../ui/TableHead";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { versionLink } from "../drafts/links";
import { day, personName, said, today } from "../drafts/said";
import { VersionsApi, type Version } from "../wire/versions";

/** Whether it is this version that counts, or when it will. */
export function standing(version: Version): string | null {
  if (version.in_force) return said.versions.in_force;
  return version.effective_from > today() ? said.versions.coming : null;
}

/** Who made it and who approved it. */
export function makers({ author, approver }: Version): string {
  if (approver === null || approver === author) return personName(author);
  return fill(said.versions.approved, { author: personName(author), approver });
}

/** What was said of it; the product itself says nothing that an editor could read. */
export const noteOf = ({ kind, note }: Version): string => (kind === "seed" ? "" : note);

function Row({ version }: { version: Version }) {
  const { draft } = useAdmin();
  const stands = standing(version);
  return (
    <tr>
      <th scope="row">
        <a href={versionLink(version.version, draft?.id ?? null)}>{fill(said.versions.name, version)}</a>
        {stands && <span className={`mark mark--${version.in_force ? "published" : "submitted"}`}>{stands}</span>}
      </th>
      <td>{day(version.effective_from)}</td>
      <td>{said.versions.kinds[version.kind]}</td>
      <td>{makers(version)}</td>
      <td>{version.changes ?? said.versions.everything}</td>
      <td>{noteOf(version)}</td>
    </tr>
  );
}

export function VersionList() {
  const { calls } = useAdmin();
  const versions = useRemote(() => new VersionsApi(calls).all(), "versions");
  return (
    <div className="stack">
      <h1>{said.versions.title}</h1>
      <p>{said.versions.intro}</p>
      <RemoteNotice remote={versions} />
      {versions.data && (
        <table className="rows">
          <TableHead names={Object.values(said.versions.columns)} />
          <tbody>
            {versions.data.items.map((version) => (
              <Row key={version.version} version={version} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
