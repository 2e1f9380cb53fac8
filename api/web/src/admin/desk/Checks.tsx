/** Everything that has to be checked again in the time that one chooses. */
import { useId } from "react";
import said from "../../texts/desk_admin.json";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo, useRoute } from "../routes";
import type { SectionProps } from "../sections";
import { DueTable } from "./DueTable";
import { dueWithin } from "./wire";

const words = said.due;
const DAYS = "pv";
const [FIRST = "30"] = Object.keys(words.ahead);

export default function Checks({ query }: SectionProps) {
  const { calls, draft } = useAdmin();
  const [route, go] = useRoute();
  const asked = query.get(DAYS) ?? "";
  const days = asked in words.ahead ? asked : FIRST;
  const found = useRemote(() => dueWithin(calls, Number(days)), days);
  const id = useId();
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <div className="filters">
        <div className="filters__one">
          <label htmlFor={id}>{words.days}</label>
          <select
            id={id}
            className="field"
            value={days}
            onChange={(event) => go(linkTo(route.path, draft?.id ?? null, { [DAYS]: event.target.value }))}
          >
            {Object.entries(words.ahead).map(([one, label]) => (
              <option key={one} value={one}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <RemoteNotice remote={found} />
      {found.data && (found.data.items.length > 0 ? <DueTable items={found.data.items} /> : <p>{words.none}</p>)}
    </>
  );
}
