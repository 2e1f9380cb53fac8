/** A text edited where it stands: variants side by side, each with its problems, and how it looks in the chat. */
import { fill } from "../../texts";
import rules from "../../texts/admin.json";
import said from "../../texts/desk_admin.json";
import { Problem } from "../../staff/account/Problem";
import { Button } from "../../ui/Button";
import { Conflict } from "../editor/Conflict";
import { EditingContext } from "../editor/context";
import { Field } from "../editor/fields/Field";
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
  const { api, work, saving, status, editing } = useEditor(draft, kind, found, vocabulary);
  const { content } = work;
  return (
    <EditingContext value={editing}>
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
        <Button look="primary" disabled={!work.dirty || saving.busy} onClick={saving.save}>
          {rules.save.save}
        </Button>
        <Button disabled={!work.canUndo} onClick={work.undo}>
          {rules.save.undo}
        </Button>
        <span role="status">
          {status} {work.dirty && rules.save.unsaved}
        </span>
      </div>
      {saving.newest && (
        <Conflict
          collection={kind}
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
