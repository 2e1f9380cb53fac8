/** Brings a draft onto the newest version; what both changed is chosen by hand. */
import { useState } from "react";
import { Problem } from "../../staff/account/Problem";
import { fill } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { draftLink } from "../drafts/links";
import { said } from "../drafts/said";
import { useDoing } from "../drafts/useDoing";
import { useRoute } from "../routes";
import { vocabulary, type Vocabulary } from "../wire/catalogue";
import { DraftsApi, type Conflict, type Merge, type Resolution, type Draft } from "../wire/drafting";
import { ConflictItem } from "./ConflictItem";

const keyOf = ({ collection, id, path }: Conflict): string => JSON.stringify([collection, id, path]);

function intro({ conflicts }: Merge): string {
  if (conflicts.length === 0) return said.merge.clean;
  return conflicts.length === 1 ? said.merge.conflict_one : fill(said.merge.conflicts, { n: conflicts.length });
}

export function MergePage({ draft: id }: { draft: number }) {
  const { calls } = useAdmin();
  const [api] = useState(() => new DraftsApi(calls));
  const draft = useRemote(() => api.one(id), id);
  const merge = useRemote(() => api.conflicts(id), id);
  const words = useRemote(() => vocabulary(calls, id), id);
  const missing = [draft, merge, words].find(({ data }) => data === null);
  return (
    <div className="stack">
      <p>
        <a href={draftLink(id)}>{said.merge.back}</a>
      </p>
      <h1>{said.merge.title}</h1>
      {missing && <RemoteNotice remote={missing} />}
      {draft.data && !draft.data.stale && <p>{said.merge.not_needed}</p>}
      {draft.data?.stale && merge.data && words.data && (
        <MergeForm
          api={api}
          draft={draft.data}
          merge={merge.data}
          vocabulary={words.data}
          onStale={() => {
            draft.reload();
            merge.reload();
          }}
        />
      )}
    </div>
  );
}

interface MergeFormProps {
  api: DraftsApi;
  draft: Draft;
  merge: Merge;
  vocabulary: Vocabulary;
  onStale: () => void;
}

function MergeForm({ api, draft, merge, vocabulary: words, onStale }: MergeFormProps) {
  const { drafts } = useAdmin();
  const [, go] = useRoute();
  const [taken, setTaken] = useState<ReadonlyMap<string, Resolution["take"]>>(new Map());
  const { busy, problem, start, say } = useDoing(onStale);
  const act = (): void => {
    const resolutions = merge.conflicts.flatMap((conflict) => {
      const take = taken.get(keyOf(conflict));
      return take ? [{ collection: conflict.collection, id: conflict.id, path: conflict.path, take }] : [];
    });
    const left = merge.conflicts.length - resolutions.length;
    if (left > 0) {
      say(fill(said.merge.left, { n: left }));
      return;
    }
    start(
      () => api.merge(draft, resolutions),
      () => {
        drafts.reload();
        go(draftLink(draft.id));
      },
    );
  };
  return (
    <>
      <p>{fill(said.merge.text, merge)}</p>
      <p>{intro(merge)}</p>
      {merge.conflicts.map((conflict) => (
        <ConflictItem
          key={keyOf(conflict)}
          conflict={conflict}
          vocabulary={words}
          taken={taken.get(keyOf(conflict)) ?? null}
          onTake={(take) => setTaken(new Map(taken).set(keyOf(conflict), take))}
        />
      ))}
      <Problem text={problem} />
      <Button look="primary" disabled={busy} onClick={act}>
        {said.merge.act}
      </Button>
    </>
  );
}
