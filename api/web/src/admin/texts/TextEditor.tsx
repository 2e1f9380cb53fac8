/** A text edited where it stands: variants side by side, each with its problems, and how it looks in the chat. */
import { fill } from "../../texts";
import rules from "../../texts/admin.json";
import said from "../../texts/desk_admin.json";
import { Problem } from "../../staff/account/Problem";
import { Edited } from "../editor/Edited";
import { Field } from "../editor/fields/Field";
import { SaveButtons } from "../editor/SaveButtons";
import { useEditor, type Begun } from "../editor/useEditor";
import type { Vocabulary } from "../wire/catalogue";
import type { DraftRow } from "../wire/drafting";
import { ChatPreview } from "./ChatPreview";
import { fieldsOf, repliesOf, type Kind } from "./spoken";

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
      <div className="text-item__sides">
        {fieldsOf(kind, content).map((field) => (
          <div key={field}>
            <Field path={[field]} kind="long" />
            {kind === "texts" && <ChatPreview collection={kind} content={content} variants={[field]} />}
          </div>
        ))}
        {repliesOf(content).map((path, place) => (
          <Field key={place} path={path} kind="text" label={fill(said.texts.reply, { n: place + 1 })} />
        ))}
      </div>
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
