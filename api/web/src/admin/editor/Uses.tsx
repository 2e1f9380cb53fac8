/** Where an entry is used, and what has become of it over time. */
import said from "../../texts/admin.json";
import { useAdmin } from "../context";
import { linkTo } from "../routes";
import { HistoryList } from "../versions/HistoryList";
import type { Entry } from "../wire/catalogue";

interface UsesProps {
  collection: string;
  found: Entry;
}

export function Uses({ collection, found }: UsesProps) {
  const { draft } = useAdmin();
  return (
    <div className="uses">
      <h2>{said.entry.used_in}</h2>
      {found.used_in.length === 0 ? (
        <p className="hint">{said.list.unused}</p>
      ) : (
        <ul>
          {found.used_in.map((one) => (
            <li key={`${one.collection}/${one.id}`}>
              <a href={linkTo(["luettelo", one.collection, one.id], draft?.id ?? null)}>{one.label}</a>
            </li>
          ))}
        </ul>
      )}
      <h2>{said.entry.history}</h2>
      <HistoryList collection={collection} id={found.id} />
    </div>
  );
}
