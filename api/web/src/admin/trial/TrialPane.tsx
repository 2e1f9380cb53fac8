/** A live trial: an example person or one made up, and what the rules at hand say of them as one writes. */
import { useId, useState } from "react";
import { texts } from "../../texts";
import said from "../../texts/admin.json";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import { useSettled } from "../../ui/useSettled";
import { Refused } from "../../wire/http";
import { useAdmin } from "../context";
import { useEditing } from "../editor/context";
import { FactValues } from "../editor/FactValues";
import { textOf } from "../editor/tree";
import { entry, listing, type Changes, type EntryApi, type Trial } from "../wire/catalogue";
import type { Content } from "../wire/drafting";
import { Answer } from "./Answer";

const words = said.trial;
const PAUSE_MS = 350;
const EVERYONE = { q: "", group: null, freshness: null, problems: null, sort: "name", descending: null, offset: 0, limit: 200 };

interface TrialPaneProps {
  api: EntryApi;
  collection: string;
  content: Content;
  /** False while the pane is hidden, so that nothing is asked. */
  active: boolean;
}

export function TrialPane({ api, collection, content, active }: TrialPaneProps) {
  const { calls, draft } = useAdmin();
  const { vocabulary } = useEditing();
  const [facts, setFacts] = useState<Content>({});
  const [person, setPerson] = useState("");
  const [failed, setFailed] = useState(false);
  const id = useId();
  const people = useRemote(active ? () => listing(calls, "people", draft?.id ?? null, EVERYONE) : null, "");
  const own = textOf(content.id);
  const asked = useSettled(JSON.stringify([facts, { [collection]: { [own]: content } }]), PAUSE_MS);
  const service = collection === "services" ? own : null;
  const answer = useRemote(active ? () => tried(api, asked, service) : null, asked);
  const pick = (chosen: string): void => {
    setPerson(chosen);
    setFailed(false);
    if (chosen === "") setFacts({});
    else {
      entry(calls, "people", chosen, draft?.id ?? null).then(
        (found) => setFacts((found.content?.facts ?? {}) as Content),
        () => setFailed(true),
      );
    }
  };
  return (
    <div className="trial">
      <div className="form-field">
        <label htmlFor={id}>{words.person}</label>
        <select id={id} className="field" value={person} onChange={(event) => pick(event.target.value)}>
          <option value="">{words.made_up}</option>
          {people.data?.items.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
        {failed && <p role="alert">{texts.load_failed}</p>}
      </div>
      <div className="trial__answer" aria-live="polite">
        <RemoteNotice remote={answer} />
        {answer.data === BROKEN && <p>{said.side.no_effect}</p>}
        {answer.data && answer.data !== BROKEN && <Answer trial={answer.data} collection={collection} id={own} />}
      </div>
      <details className="trial__facts" open={person === ""}>
        <summary>{words.facts}</summary>
        <FactValues facts={vocabulary.facts} values={facts} onChange={setFacts} />
        {Object.keys(facts).length > 0 && (
          <Button look="quiet" onClick={() => pick("")}>
            {words.clear}
          </Button>
        )}
      </details>
    </div>
  );
}

const BROKEN = "broken";

async function tried(api: EntryApi, asked: string, service: string | null): Promise<Trial | typeof BROKEN> {
  const [facts, changes] = JSON.parse(asked) as [Content, Changes];
  try {
    return await api.trial(facts, changes, service);
  } catch (error) {
    if (error instanceof Refused && error.status === 422) return BROKEN;
    throw error;
  }
}
