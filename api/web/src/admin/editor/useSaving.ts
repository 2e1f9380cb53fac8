/** Saves an entry by its revision; when another editor was faster, nothing is overwritten. */
import { useState } from "react";
import said from "../../texts/admin.json";
import { Refused } from "../../wire/http";
import { useAdmin } from "../context";
import { explained } from "../drafts/said";
import type { EntryApi, Newest } from "../wire/catalogue";
import type { Content } from "../wire/drafting";
import type { Work } from "./useWork";

const STALE = "stale_entry";

export interface Saving {
  busy: boolean;
  problem: string | null;
  /** What another editor has saved meanwhile, until it is settled what to keep. */
  newest: Newest | null;
  save: () => void;
  /** Go on with what was chosen of both; null leaves everything as it is. */
  settle: (content: Content | null) => void;
}

export function useSaving(
  api: EntryApi,
  collection: string,
  id: string,
  work: Work,
  tell: (status: string) => void,
): Saving {
  const { drafts } = useAdmin();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [newest, setNewest] = useState<Newest | null>(null);
  const put = (revision: number, content: Content): void => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    api
      .save(collection, id, revision, content)
      .then(
        (saved) => {
          work.start({ content: saved.content, revision: saved.revision });
          tell(said.save.saved);
          drafts.reload();
        },
        (error: unknown) => {
          if (error instanceof Refused && error.code === STALE) setNewest(error.newest as Newest);
          else setProblem(explained(error));
        },
      )
      .finally(() => setBusy(false));
  };
  return {
    busy,
    problem,
    newest,
    save: () => put(work.base.revision, work.content),
    settle: (content) => {
      setNewest(null);
      if (content === null || newest === null) return;
      const seen = { content: newest.content ?? {}, revision: newest.revision };
      work.start(seen, content);
      put(seen.revision, content);
    },
  };
}
