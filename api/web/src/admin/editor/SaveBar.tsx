/** Stays in view below the form: what is unsaved, what has to be looked at, whom it touches, saving and taking back. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Problem } from "../../staff/account/Problem";
import { Button } from "../../ui/Button";
import { useAdmin } from "../context";
import { draftLink } from "../drafts/links";
import { SaveButtons } from "./SaveButtons";
import type { Editor } from "./useEditor";

const words = said.save;

export function SaveBar({ work, saving, ahead, problems, status }: Editor) {
  const { draft } = useAdmin();
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const touched = ahead.preview?.effect?.people.length;
  return (
    <div className="save-bar">
      <Problem text={saving.problem} />
      <div className="save-bar__row">
        <SaveButtons work={work} saving={saving} />
        {work.dirty && (
          <Button look="quiet" onClick={() => work.start(work.base)}>
            {words.drop}
          </Button>
        )}
        <p className="save-bar__state">
          <span role="status">
            {status}
            {work.dirty && ` ${work.resumed && status === "" ? words.resumed : words.unsaved}`}
          </span>
          {errors > 0 && <span className="tag tag--error">{fill(said.list.errors, { n: errors })}</span>}
          {touched !== undefined && (
            <span>{touched === 0 ? words.touches_none : fill(words.touches, { n: touched })}</span>
          )}
          {ahead.failed && <span>{words.no_preview}</span>}
        </p>
        {draft && <a href={draftLink(draft.id)}>{words.to_draft}</a>}
      </div>
    </div>
  );
}
