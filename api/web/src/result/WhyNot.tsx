/** "Why not": any service that is not in the set, with the lines that left it out and what would change it. */
import { SearchInput } from "suomifi-ui-components";
import { useState } from "react";
import { find } from "../controls/search";
import { fill, texts } from "../texts";
import type { Suggestion } from "../wire/suggestion";
import { Reasons } from "./Reasons";
import { labels } from "./ServiceCard";

const MOST_SHOWN = 8;

function summary(query: string, count: number): string {
  if (query.trim() === "") return texts.result.why_not_hint;
  if (count === 0) return texts.result.why_not_none;
  return count > MOST_SHOWN
    ? fill(texts.result.why_not_more, { shown: MOST_SHOWN, n: count })
    : fill(texts.result.why_not_found, { n: count });
}

export function WhyNot({ suggestion }: { suggestion: Suggestion }) {
  const [query, setQuery] = useState("");
  const out = [
    ...suggestion.undecided.map((service) => ({ ...service, reasons: [], change: [] })),
    ...suggestion.not_suggested.map((service) => ({ ...service, missing: [] })),
  ];
  const found = find(out, query, ({ name }) => [name]);
  return (
    <section className="why-not">
      <h2>{texts.result.why_not_title}</h2>
      <SearchInput
        labelText={texts.result.why_not_search}
        searchButtonLabel={texts.result.why_not_search}
        clearButtonLabel={texts.question.municipality_clear}
        fullWidth
        value={query}
        onChange={(value) => setQuery(value)}
      />
      <p role="status" className="hint">
        {summary(query, found.length)}
      </p>
      <ul className="why-not__list">
        {found.slice(0, MOST_SHOWN).map(({ service, name, reasons, change, missing }) => (
          <li key={service}>
            <h3>{name}</h3>
            <Reasons reasons={reasons} />
            {missing.length > 0 && <p>{fill(texts.result.needs_answer, { labels: labels(missing) })}</p>}
            {change.length > 0 && (
              <>
                <h4>{texts.result.change}</h4>
                <ul>
                  {change.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
