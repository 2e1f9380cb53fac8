/** An entry being edited in a draft: what is at hand, what is wrong with it, and how it is changed and saved. */
import { useState } from "react";
import { flushSync } from "react-dom";
import { useAdmin } from "../context";
import { EntryApi, type Entry, type Vocabulary } from "../wire/catalogue";
import type { Content, DraftRow, RuleProblem } from "../wire/drafting";
import type { Editing } from "./context";
import { placeId, put } from "./tree";
import { useAhead, type Ahead } from "./useAhead";
import { useSaving, type Saving } from "./useSaving";
import { useWork, type Work } from "./useWork";

export interface Editor {
  api: EntryApi;
  work: Work;
  ahead: Ahead;
  saving: Saving;
  problems: RuleProblem[];
  status: string;
  editing: Editing;
}

export type Begun = Pick<Entry, "id" | "revision" | "problems"> & { content: Content; published?: Content | null };

export function useEditor(draft: DraftRow, collection: string, found: Begun, vocabulary: Vocabulary): Editor {
  const { calls } = useAdmin();
  const [api] = useState(() => new EntryApi(calls, draft.id));
  const first = { content: found.content, revision: found.revision ?? draft.revision };
  const work = useWork(`${draft.id}/${collection}/${found.id}`, first);
  const ahead = useAhead(api, collection, work.content);
  const [status, setStatus] = useState("");
  const saving = useSaving(api, collection, found.id, work, setStatus);
  const known = ahead.preview?.problems ?? found.problems;
  const own = known.filter((one) => one.collection === collection && one.id === found.id);
  const problems = [...ahead.unreadable, ...own];
  const editing: Editing = {
    collection,
    content: work.content,
    published: found.published ?? null,
    problems,
    vocabulary,
    set: (path, value) => {
      setStatus("");
      work.change(put(work.content, path, value), path.join("."));
    },
    change: (next, told, to) => {
      const tool = document.activeElement?.getAttribute("data-tool");
      flushSync(() => {
        work.change(next);
        setStatus(told);
      });
      const place = to && document.getElementById(placeId(to));
      const again = tool && place ? place.querySelector<HTMLElement>(`[data-tool=${tool}]:enabled`) : null;
      (again ?? place)?.focus();
    },
  };
  return { api, work, ahead, saving, problems, status, editing };
}
