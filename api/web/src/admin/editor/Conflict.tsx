/** Two editors have changed the same entry: both versions side by side, and a choice for each place that differs. */
import { useState } from "react";
import { fill, texts } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { useRemote } from "../../ui/useRemote";
import type { EntryApi, Newest, Reading, Vocabulary } from "../wire/catalogue";
import type { Content, Json } from "../wire/drafting";
import { differing, joined, type Take } from "./joining";
import type { Work } from "./useWork";

const words = said.conflict;
const WITH_READING = ["services", "needs", "facts", "escalation"];

interface ConflictProps {
  collection: string;
  api: EntryApi;
  work: Work;
  newest: Newest;
  vocabulary: Vocabulary;
  onSettled: (content: Content | null) => void;
}

export function Conflict({ collection, api, work, newest, vocabulary, onSettled }: ConflictProps) {
  const [takes, setTakes] = useState<Record<string, Take>>({});
  const theirs = newest.content;
  const fields = theirs === null ? [] : differing(work.base.content, work.content, theirs);
  const asked = fields.filter(({ both }) => both);
  const readings = useRemote(
    WITH_READING.includes(collection) && theirs !== null
      ? () => Promise.all([api.reading(collection, work.content), api.reading(collection, theirs)])
      : null,
    newest.revision,
  );
  const open = asked.some(({ name }) => !takes[name]);
  const settle = (): void => onSettled(theirs === null ? work.content : joined(work.content, theirs, fields, takes));
  const footer = (
    <>
      <Button look="primary" disabled={open} onClick={settle}>
        {theirs === null ? words.keep_mine : words.save}
      </Button>
      <Button onClick={() => onSettled(null)}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={words.title} wide onClose={() => onSettled(null)} footer={footer}>
      <p>{fill(theirs === null ? words.deleted : words.text, { by: newest.by })}</p>
      {asked.map(({ name, mine, theirs: other }) => (
        <fieldset key={name} className="conflict">
          <legend>{vocabulary.fields[name] ?? name}</legend>
          <Side
            name={name}
            take="mine"
            label={words.mine}
            text={shown(name, mine, readings.data?.[0])}
            takes={takes}
            onTake={setTakes}
          />
          <Side
            name={name}
            take="theirs"
            label={fill(words.theirs, { by: newest.by })}
            text={shown(name, other, readings.data?.[1])}
            takes={takes}
            onTake={setTakes}
          />
        </fieldset>
      ))}
      {fields.length > asked.length && (
        <p className="hint">
          {fill(words.joined, {
            fields: fields
              .filter(({ both }) => !both)
              .map(({ name }) => vocabulary.fields[name] ?? name)
              .join(", "),
          })}
        </p>
      )}
    </Dialog>
  );
}

interface SideProps {
  name: string;
  take: Take;
  label: string;
  text: string[];
  takes: Record<string, Take>;
  onTake: (takes: Record<string, Take>) => void;
}

function Side({ name, take, label, text, takes, onTake }: SideProps) {
  return (
    <label className="conflict__side">
      <span>
        <input
          type="radio"
          name={`ristiriita-${name}`}
          checked={takes[name] === take}
          onChange={() => onTake({ ...takes, [name]: take })}
        />
        {label}
      </span>
      {text.map((line, place) => (
        <span key={place} className="conflict__text">
          {line}
        </span>
      ))}
    </label>
  );
}

/** A value in words: as the reading has it, or as it is. */
function shown(name: string, value: Json, reading: Reading | undefined): string[] {
  const items = reading?.parts.flatMap((part) => part.items) ?? [];
  const read = items.filter(({ path }) => path.split(".")[0] === name).map(({ text, why }) => [text, why]);
  const lines = read.length > 0 ? read.map((parts) => parts.filter(Boolean).join(" · ")) : [leaves(value).join(" · ")];
  return lines.every((line) => line === "") ? [words.nothing] : lines;
}

function leaves(value: Json): string[] {
  if (value === null) return [];
  if (typeof value === "boolean") return [value ? said.rules.yes : said.rules.no];
  if (typeof value === "object") return Object.values(value).flatMap(leaves);
  return [String(value)];
}
