/** The form of an entry in a draft; beside it what the rule says, whom it suits and whom it touches. */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useAdmin } from "../context";
import { EntryApi, type Entry, type Vocabulary } from "../wire/catalogue";
import type { Content, DraftRow, Path } from "../wire/drafting";
import { EditingContext, type Editing } from "./context";
import { Conflict } from "./Conflict";
import { EntryHead } from "./EntryHead";
import { Form } from "./Form";
import { ProblemLinks } from "./ProblemLinks";
import { SaveBar } from "./SaveBar";
import { SidePane } from "./SidePane";
import { placeId, put } from "./tree";
import { useAhead } from "./useAhead";
import { useSaving } from "./useSaving";
import { useWork } from "./useWork";
import { show } from "./ReadingView";

interface EntryEditorProps {
  draft: DraftRow;
  collection: string;
  found: Entry & { content: Content };
  vocabulary: Vocabulary;
  /** The place to begin at, as a list of problems links to it. */
  focus: Path | null;
  onGone: () => void;
}

export function EntryEditor({ draft, collection, found, vocabulary, focus, onGone }: EntryEditorProps) {
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
  const start = focus?.join(".") ?? "";
  useEffect(() => {
    if (start) show(start);
  }, [start]);
  const editing: Editing = {
    collection,
    content: work.content,
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
  return (
    <EditingContext value={editing}>
      <EntryHead draft={draft} collection={collection} found={found} content={work.content} api={api} onGone={onGone} />
      <div className="entry">
        <div className="entry__form">
          <ProblemLinks problems={problems} />
          <Form />
        </div>
        <SidePane api={api} collection={collection} found={found} content={work.content} ahead={ahead} />
      </div>
      <SaveBar work={work} saving={saving} ahead={ahead} problems={problems} status={status} />
      {saving.newest && (
        <Conflict
          collection={collection}
          api={api}
          work={work}
          newest={saving.newest}
          vocabulary={vocabulary}
          onSettled={saving.settle}
        />
      )}
    </EditingContext>
  );
}
