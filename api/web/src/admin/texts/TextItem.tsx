/** One text to be read, its variants side by side; in a draft it opens for editing where it stands. */
import { useState } from "react";
import { fill } from "../../texts";
import rules from "../../texts/admin.json";
import said from "../../texts/desk_admin.json";
import { Button } from "../../ui/Button";
import { useAdmin } from "../context";
import { ProblemItems } from "../editor/PlaceProblems";
import { at, textOf } from "../editor/tree";
import { linkTo } from "../routes";
import type { Vocabulary } from "../wire/catalogue";
import { repliesRead, rowsOf, type Kind } from "./spoken";
import { TextEditor } from "./TextEditor";
import type { TextRow } from "./wire";

const words = said.texts;

interface TextItemProps {
  kind: Kind;
  row: TextRow;
  revision: number | null;
  vocabulary: Vocabulary | null;
}

export function TextItem({ kind, row, revision, vocabulary }: TextItemProps) {
  const { draft, mayEdit } = useAdmin();
  const [open, setOpen] = useState(false);
  const edits = mayEdit && draft?.state === "open";
  const name = kind === "texts" ? (vocabulary?.texts[row.id] ?? row.id) : row.label;
  return (
    <article className="text-item" aria-label={name}>
      <header className="text-item__head">
        <h2>{name}</h2>
        {row.changed && <span className="tag">{rules.list.changed[row.changed]}</span>}
        <a
          href={linkTo(["luettelo", kind, row.id], draft?.id ?? null)}
          aria-label={fill(words.open_label, { name })}
        >
          {words.open}
        </a>
        {edits && (
          <Button
            look="quiet"
            aria-expanded={open}
            aria-label={open ? undefined : fill(words.edit_label, { name })}
            onClick={() => setOpen(!open)}
          >
            {open ? words.close : words.edit}
          </Button>
        )}
      </header>
      {open && edits && vocabulary ? (
        <TextEditor
          draft={draft}
          kind={kind}
          found={{ id: row.id, content: row.content, revision, problems: row.found }}
          vocabulary={vocabulary}
        />
      ) : (
        <Variants kind={kind} row={row} labels={vocabulary?.fields ?? {}} />
      )}
    </article>
  );
}

function Variants({ kind, row, labels }: { kind: Kind; row: TextRow; labels: Record<string, string> }) {
  const [replies, repliesInSelko] = repliesRead(row.content);
  return (
    <>
      {rowsOf(kind, row.content, labels).map((variants, place) => (
        <div key={place} className="text-item__sides">
          {variants.map(({ path, label }) => {
            const text = textOf(at(row.content, path));
            const own = row.found.filter((one) => one.path.join(".") === path.join(".") && one.severity !== "hint");
            return (
              <section key={label}>
                <h3>{label}</h3>
                {text === "" ? <span className="tag">{words.missing}</span> : <p>{text}</p>}
                <ProblemItems items={own} />
              </section>
            );
          })}
        </div>
      ))}
      {replies && (
        <div className="text-item__sides">
          <section>
            <h3>{words.replies}</h3>
            <p>{replies}</p>
          </section>
          {repliesInSelko && (
            <section>
              <h3>{fill(words.in_selko, { label: words.replies })}</h3>
              <p>{repliesInSelko}</p>
            </section>
          )}
        </div>
      )}
    </>
  );
}
