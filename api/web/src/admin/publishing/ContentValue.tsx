/** A piece of content in words: names instead of ids, labels instead of keys. */
import type { Json } from "../wire/drafting";
import { said } from "../drafts/said";

/** What ids and keys are called. */
export interface Names {
  fields: Record<string, string>;
  ids: ReadonlyMap<string, string>;
}

export function ContentValue({ value, names }: { value: Json; names: Names }) {
  if (value === null || value === "") return <span className="hint">{said.merge.nothing}</span>;
  if (typeof value === "boolean") return value ? said.merge.yes : said.merge.no;
  if (typeof value !== "object") return names.ids.get(String(value)) ?? String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="hint">{said.merge.nothing}</span>;
    return (
      <ul className="content">
        {value.map((one, number) => (
          <li key={number}>
            <ContentValue value={one} names={names} />
          </li>
        ))}
      </ul>
    );
  }
  const told = Object.entries(value).filter(([, one]) => one !== null && one !== "");
  return (
    <dl className="content">
      {told.map(([name, one]) => (
        <div key={name}>
          <dt>{names.fields[name] ?? name}</dt>
          <dd>
            <ContentValue value={one} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
