/** Says whether one looks at what is published or edits a draft, and lets change it or begin a new one. */
import { useId, useState } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { useRemote } from "../../ui/useRemote";
import { useAdmin } from "../context";
import { linkTo, useRoute } from "../routes";
import type { Version } from "../wire/versions";
import { NewDraft } from "./NewDraft";

export function DraftPicker() {
  const { calls, drafts, draft, mayEdit } = useAdmin();
  const [route, go] = useRoute();
  const [beginning, setBeginning] = useState(false);
  const id = useId();
  const versions = useRemote(() => calls.get<{ items: Version[] }>("/versions"), drafts.data?.[0]?.newest ?? 0);
  const inForce = versions.data?.items.find(({ in_force }) => in_force)?.version;
  const open = drafts.data?.filter(({ id: known, state }) => state === "open" || known === draft?.id) ?? [];
  const choose = (chosen: string): void =>
    go(linkTo(route.path, chosen === "" ? null : Number(chosen), Object.fromEntries(route.query)));
  return (
    <div className={draft ? "picker picker--draft" : "picker"}>
      <label htmlFor={id}>{draft ? said.picker.editing : said.picker.looking}</label>
      <select id={id} className="field" value={draft?.id ?? ""} onChange={(event) => choose(event.target.value)}>
        <option value="">{inForce === undefined ? said.picker.published : fill(said.picker.version, { n: inForce })}</option>
        {open.map(({ id: known, title }) => (
          <option key={known} value={known}>
            {fill(said.picker.draft, { title })}
          </option>
        ))}
      </select>
      {mayEdit && (
        <Button look="quiet" onClick={() => setBeginning(true)}>
          {said.picker.begin}
        </Button>
      )}
      {beginning && <NewDraft onClose={() => setBeginning(false)} />}
    </div>
  );
}
