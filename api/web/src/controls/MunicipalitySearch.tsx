/** Finds one of Finland's municipalities by its Finnish or Swedish name, or by one that it had before a merger. */
import { useId, useState } from "react";
import { fill, texts } from "../texts";
import { fetchMunicipalities, type Municipality } from "../wire/visitor";
import { Button } from "../ui/Button";
import { useRemote } from "../ui/useRemote";
import { find } from "./search";

const MOST_SHOWN = 6;
let known: Promise<Municipality[]> | undefined;

function municipalities(): Promise<Municipality[]> {
  known ??= fetchMunicipalities().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

interface MunicipalitySearchProps {
  onPick: (name: string) => void;
  disabled?: boolean;
}

function summary(query: string, count: number): string {
  if (query.trim() === "") return "";
  return count === 0 ? texts.question.municipality_none : fill(texts.question.municipality_found, { n: count });
}

export function MunicipalitySearch({ onPick, disabled = false }: MunicipalitySearchProps) {
  const { data, failed, reload } = useRemote(municipalities, "municipalities");
  const [query, setQuery] = useState("");
  const id = useId();
  const found = find(data ?? [], query, (place) => [place.name_fi, place.name_sv, ...place.former_names]);
  if (failed && !data) return <Button onClick={reload}>{texts.try_again}</Button>;
  return (
    <div className="search">
      <label htmlFor={id}>{texts.question.municipality}</label>
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        value={query}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === "Enter" && first && found.length === 1) onPick(first.name_fi);
        }}
      />
      <p id={`${id}-hint`} className="hint">
        {texts.question.municipality_hint}
      </p>
      <div role="status" className={found.length > 0 ? "visually-hidden" : "hint"}>
        {data ? summary(query, found.length) : ""}
      </div>
      <div className="options">
        {found.slice(0, MOST_SHOWN).map((place) => (
          <Button key={place.name_fi} look="option" disabled={disabled} onClick={() => onPick(place.name_fi)}>
            {place.name_fi}{" "}
            {place.name_sv !== place.name_fi && <span className="options__aside">{place.name_sv} </span>}
            {place.former_names.length > 0 && (
              <span className="options__aside">
                {fill(texts.question.municipality_former, { name: place.former_names.join(", ") })}
              </span>
            )}
          </Button>
        ))}
      </div>
    </div>
  );
}
