/** The form of an entry in a draft; beside it what the rule says, whom it suits and whom it touches. */
import { useEffect } from "react";
import type { Entry, Vocabulary } from "../wire/catalogue";
import type { Content, DraftRow, Path } from "../wire/drafting";
import { Edited } from "./Edited";
import { EntryHead } from "./EntryHead";
import { Form } from "./Form";
import { ProblemLinks } from "./ProblemLinks";
import { SaveBar } from "./SaveBar";
import { SidePane } from "./SidePane";
import { show } from "./ReadingView";
import { useEditor } from "./useEditor";

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
  const editor = useEditor(draft, collection, found, vocabulary);
  const { api, work, ahead, problems } = editor;
  const start = focus?.join(".") ?? "";
  useEffect(() => {
    if (start) show(start);
  }, [start]);
  return (
    <Edited editor={editor}>
      <EntryHead draft={draft} collection={collection} found={found} content={work.content} api={api} onGone={onGone} />
      <div className="entry">
        <div className="entry__form">
          <ProblemLinks problems={problems} />
          <Form />
        </div>
        <SidePane api={api} collection={collection} found={found} content={work.content} ahead={ahead} />
      </div>
      <SaveBar {...editor} />
    </Edited>
  );
}
