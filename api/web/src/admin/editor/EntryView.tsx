/** An entry as it is, for reading: its rule in plain Finnish, its texts, and where it is used. */
import { useState } from "react";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { useAdmin } from "../context";
import { day } from "../drafts/said";
import { NewDraft } from "../shell/NewDraft";
import type { Entry, Vocabulary } from "../wire/catalogue";
import type { Content, Json } from "../wire/drafting";
import { titleOf } from "./naming";
import { ReadingView } from "./ReadingView";
import { Uses } from "./Uses";

interface EntryViewProps {
  collection: string;
  found: Entry & { content: Content };
  vocabulary: Vocabulary;
}

export function EntryView({ collection, found, vocabulary }: EntryViewProps) {
  const { draft, mayEdit } = useAdmin();
  const [beginning, setBeginning] = useState(false);
  const fields = Object.entries(found.content).flatMap(([name, value]) => {
    const text = name === "id" ? "" : plain(value);
    return text ? [{ name, label: vocabulary.fields[name] ?? name, text }] : [];
  });
  return (
    <>
      <div className="entry__head">
        <h1>{titleOf(collection, found.content, found.id, vocabulary)}</h1>
        {mayEdit && !draft && (
          <Button look="primary" onClick={() => setBeginning(true)}>
            {said.entry.edit}
          </Button>
        )}
      </div>
      <p className="hint">{entrySays(mayEdit, draft !== null)}</p>
      {beginning && <NewDraft onClose={() => setBeginning(false)} />}
      <div className="entry entry--view">
        <div>
          {found.reading && (
            <>
              <h2>{said.side.tabs.reading}</h2>
              <ReadingView reading={found.reading} />
            </>
          )}
          <h2>{said.entry.fields}</h2>
          <dl className="entry__fields">
            {fields.map(({ name, label, text }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
        <Uses collection={collection} found={found} />
      </div>
    </>
  );
}

function entrySays(mayEdit: boolean, inDraft: boolean): string {
  if (!mayEdit) return said.entry.only_read;
  return inDraft ? said.entry.draft_closed : said.entry.published;
}

/** What can be shown as it is; rules and other structures are in the reading. */
function plain(value: Json): string {
  if (typeof value === "boolean") return value ? said.rules.yes : said.rules.no;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value;
  if (!Array.isArray(value)) return "";
  return value.every((one) => typeof one === "string") ? value.join(", ") : "";
}
