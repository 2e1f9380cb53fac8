/** Everything that people read, variants side by side: found, looked at and edited in place. */
import { useState } from "react";
import said from "../../texts/desk_admin.json";
import { Button } from "../../ui/Button";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import { NewDraft } from "../shell/NewDraft";
import { KINDS } from "./spoken";
import { TextList } from "./TextList";

const words = said.texts;

export function TextPage({ query }: { query: URLSearchParams }) {
  const { draft, mayEdit } = useAdmin();
  const [beginning, setBeginning] = useState(false);
  const kind = KINDS.find((one) => one === query.get("aineisto")) ?? "texts";
  return (
    <>
      <div className="entry__head">
        <h1>{words.title}</h1>
        {mayEdit && !draft && <Button onClick={() => setBeginning(true)}>{words.begin}</Button>}
      </div>
      {beginning && <NewDraft onClose={() => setBeginning(false)} />}
      <p className="hint">{words.intro}</p>
      <nav className="text-kinds" aria-label={words.kinds_label}>
        {KINDS.map((one) => (
          <a
            key={one}
            href={linkTo(["luettelo", "texts"], draft?.id ?? null, one === "texts" ? {} : { aineisto: one })}
            aria-current={one === kind ? "page" : undefined}
          >
            {words.kinds[one]}
          </a>
        ))}
      </nav>
      <TextList key={kind} kind={kind} query={query} />
    </>
  );
}
