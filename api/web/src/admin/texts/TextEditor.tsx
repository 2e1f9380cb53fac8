/** A text edited where it stands: variants side by side, each with its problems, and how it looks in the chat. */
import rules from "../../texts/admin.json";
import { Problem } from "../../staff/account/Problem";
import { Edited } from "../editor/Edited";
import { Field } from "../editor/fields/Field";
import { SaveButtons } from "../editor/SaveButtons";
import { useEditor, type Begun } from "../editor/useEditor";
import type { Vocabulary } from "../wire/catalogue";
import type { DraftRow } from "../wire/drafting";
import { ChatPreview } from "./ChatPreview";
import { repliesOf, rowsOf, type Kind } from "./spoken";

interface TextEditorProps {
  draft: DraftRow;
  kind: Kind;
  found: Begun;
  vocabulary: Vocabulary;
}

export function TextEditor({ draft, kind, found, vocabulary }: TextEditorProps) {
  const editor = useEditor(draft, kind, found, vocabulary);
  const { work, saving, status } = editor;
  const { content } = work;
  return (
    <Edited editor={editor}>
      {rowsOf(kind, content, vocabulary.fields).map((variants, place) => (
        <div key={place} className="text-item__sides">
          {variants.map(({ path, label }) => (
            <div key={label}>
              <Field path={path} kind="long" label={label} />
              {kind === "texts" && <ChatPreview collection={kind} content={content} variants={path.map(String)} />}
            </div>
          ))}
        </div>
      ))}
      {repliesOf(content).map((variants, place) => (
        <div key={place} className="text-item__sides">
          {variants.map(({ path, label }) => (
            <Field key={label} path={path} kind="text" label={label} />
          ))}
        </div>
      ))}
      {kind !== "texts" && <ChatPreview collection={kind} content={content} />}
      <Problem text={saving.problem} />
      <div className="save-bar__row">
        <SaveButtons work={work} saving={saving} />
        <span role="status">
          {status} {work.dirty && rules.save.unsaved}
        </span>
      </div>
    </Edited>
  );
}
