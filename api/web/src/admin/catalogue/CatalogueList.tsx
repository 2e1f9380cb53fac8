/** The table of one collection: searched, filtered, sorted, a page at a time; what is chosen stays in the address. */
import { Problem } from "../../staff/account/Problem";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo, useRoute } from "../routes";
import { listing } from "../wire/catalogue";
import { AddEntry } from "./AddEntry";
import { Filters } from "./Filters";
import { ListTable } from "./ListTable";
import { Pages } from "./Pages";
import { useOrder } from "./useOrder";
import { chosenIn, listedOf, PAGE, queryOf, type Chosen } from "./chosen";

const FIXED = ["texts", "sentences", "interview", "hours"];

interface CatalogueListProps {
  collection: string;
  query: URLSearchParams;
}

export function CatalogueList({ collection, query }: CatalogueListProps) {
  const { calls, draft } = useAdmin();
  const [route, go] = useRoute();
  const chosen = chosenIn(query);
  const asked = `${collection}?${query.toString()}&${draft?.id ?? ""}.${draft?.revision ?? ""}`;
  const found = useRemote(() => listing(calls, collection, draft?.id ?? null, listedOf(chosen)), asked);
  const choose = (next: Partial<Chosen>): void =>
    go(linkTo(route.path, draft?.id ?? null, queryOf({ ...chosen, sivu: 1, ...next })));
  const title = Object.entries(said.nav.collections).find(([id]) => id === collection)?.[1];
  const order = useOrder(collection, chosen);
  const [sample] = found.data?.items ?? [];
  const total = found.data?.total ?? 0;
  return (
    <>
      <div className="entry__head">
        <h1>{title}</h1>
        {sample && !FIXED.includes(collection) && <AddEntry collection={collection} sample={sample} />}
      </div>
      <Filters chosen={chosen} facets={found.data?.facets ?? null} onChoose={choose} />
      <RemoteNotice remote={found} />
      {found.data && (
        <>
          <p role="status" className="hint">
            {total === 1 ? said.list.one : fill(said.list.total, { n: total })}
          </p>
          {order && (
            <>
              <p className="hint">{said.list.order_hint}</p>
              <Problem text={order.problem} />
              <p role="status">{order.status}</p>
            </>
          )}
          <ListTable
            collection={collection}
            items={found.data.items}
            total={total}
            chosen={chosen}
            order={order}
            onChoose={choose}
          />
          <Pages now={chosen.sivu} all={Math.ceil(total / PAGE)} onChoose={(sivu) => choose({ sivu })} />
        </>
      )}
    </>
  );
}
