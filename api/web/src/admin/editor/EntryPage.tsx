/** One entry: read as it is, or changed in a draft. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import { entry, vocabulary } from "../wire/catalogue";
import { Deleted } from "./Deleted";
import { EntryEditor } from "./EntryEditor";
import { EntryView } from "./EntryView";
import { pathOf } from "./tree";

interface EntryPageProps {
  collection: string;
  id: string;
  query: URLSearchParams;
}

export function EntryPage({ collection, id, query }: EntryPageProps) {
  const { calls, draft, mayEdit } = useAdmin();
  const number = draft?.id ?? null;
  const found = useRemote(() => entry(calls, collection, id, number), `${collection}/${id}/${number ?? ""}`);
  const words = useRemote(() => vocabulary(calls, number), `${number ?? ""}`);
  const edits = mayEdit && draft?.state === "open";
  const list = Object.entries(said.nav.collections).find(([one]) => one === collection)?.[1] ?? collection;
  const place = query.get("kohta");
  const { data } = found;
  return (
    <>
      <p className="entry__back">
        <a href={linkTo(["luettelo", collection], number)}>{fill(said.entry.back, { list })}</a>
      </p>
      {!(data && words.data) && (
        <>
          <RemoteNotice remote={found} />
          <RemoteNotice remote={words} />
        </>
      )}
      {data?.id === id && words.data && draft && edits && data.content && (
        <EntryEditor
          key={`${draft.id}/${collection}/${id}`}
          draft={draft}
          collection={collection}
          found={{ ...data, content: data.content }}
          vocabulary={words.data}
          focus={place ? pathOf(place) : null}
          onGone={found.reload}
        />
      )}
      {data?.id === id && words.data && !edits && data.content && (
        <EntryView collection={collection} found={{ ...data, content: data.content }} vocabulary={words.data} />
      )}
      {data?.id === id && data.content === null && (
        <Deleted collection={collection} found={data} onBack={found.reload} />
      )}
    </>
  );
}
