/** The texts of one kind, page by page. */
import { fill } from "../../texts";
import rules from "../../texts/admin.json";
import said from "../../texts/desk_admin.json";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { chosenIn, listedOf, PAGE, queryOf, type Chosen } from "../catalogue/chosen";
import { Filters } from "../catalogue/Filters";
import { Pages } from "../catalogue/Pages";
import { useAdmin } from "../context";
import { linkTo, useRoute } from "../routes";
import { vocabulary } from "../wire/catalogue";
import type { Kind } from "./spoken";
import { TextItem } from "./TextItem";
import { textListing } from "./wire";

const LACKING = "puuttuu";

export function TextList({ kind, query }: { kind: Kind; query: URLSearchParams }) {
  const { calls, draft } = useAdmin();
  const [route, go] = useRoute();
  const chosen = chosenIn(query);
  const lacking = query.get(LACKING);
  const number = draft?.id ?? null;
  const asked = { ...listedOf(chosen), missing: lacking };
  const found = useRemote(
    () => textListing(calls, kind, number, asked),
    `${JSON.stringify(asked)}&${number ?? ""}.${draft?.revision ?? ""}`,
  );
  const words = useRemote(() => vocabulary(calls, number), `${number ?? ""}`);
  const choose = (next: Partial<Chosen>, without: string | null = lacking): void =>
    go(
      linkTo(route.path, number, {
        ...(kind !== "texts" && { aineisto: kind }),
        ...(without !== null && { [LACKING]: without }),
        ...queryOf({ ...chosen, sivu: 1, ...next }),
      }),
    );
  const { data } = found;
  return (
    <>
      <Filters chosen={chosen} facets={data?.facets ?? null} onChoose={choose} />
      <label className="filters__check">
        <input
          type="checkbox"
          checked={lacking === "selko"}
          onChange={(event) => choose({}, event.target.checked ? "selko" : null)}
        />
        {said.texts.lacking}
      </label>
      <RemoteNotice remote={found} />
      {data && words.data && (
        <>
          <p role="status" className="hint">
            {data.total === 1 ? rules.list.one : fill(rules.list.total, { n: data.total })}
          </p>
          {data.items.map((row) => (
            <TextItem key={row.id} kind={kind} row={row} revision={data.revision} vocabulary={words.data} />
          ))}
          <Pages now={chosen.sivu} all={Math.ceil(data.total / PAGE)} onChoose={(sivu) => choose({ sivu })} />
        </>
      )}
    </>
  );
}
