/** Everything that is wrong with a draft, with a way to each place. */
import { fill } from "../../texts";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import type { Draft, DraftsApi } from "../wire/drafting";
import type { FileProblem } from "../wire/interchange";
import { entryLink } from "./links";
import { ProblemList } from "./ProblemList";
import { said } from "./said";

export function ProblemsTab({ api, draft }: { api: DraftsApi; draft: Draft }) {
  const found = useRemote(() => api.problems(draft.id), `${draft.id}:${draft.revision}`);
  const link = ({ collection, id, path }: FileProblem): string | null =>
    collection && id ? entryLink({ collection, id }, draft.id, path) : null;
  return (
    <>
      <h2>{said.problems.title}</h2>
      <RemoteNotice remote={found} />
      {found.data && (
        <>
          <p>{found.data.items.length === 0 ? said.problems.none : fill(said.problems.found, found.data)}</p>
          <ProblemList items={found.data.items} link={link} />
        </>
      )}
    </>
  );
}
