/** What the changes at hand would do, asked as one writes; nothing is saved. */
import { useRemote } from "../../ui/useRemote";
import { useSettled } from "../../ui/useSettled";
import { Refused } from "../../wire/http";
import said from "../../texts/admin.json";
import type { Changes, EntryApi, Preview } from "../wire/catalogue";
import type { Content, RuleProblem } from "../wire/drafting";
import { pathOf, textOf } from "./tree";

const PAUSE_MS = 350;

export interface Ahead {
  preview: Preview | null;
  /** Places that cannot be read at all, so that nothing else can be said. */
  unreadable: RuleProblem[];
  failed: boolean;
}

export function useAhead(api: EntryApi, collection: string, content: Content): Ahead {
  const id = textOf(content.id);
  const asked = useSettled(JSON.stringify({ [collection]: { [id]: content } }), PAUSE_MS);
  const answer = useRemote(() => looked(api, collection, id, JSON.parse(asked) as Changes), asked);
  return { preview: answer.data?.preview ?? null, unreadable: answer.data?.unreadable ?? [], failed: answer.failed };
}

async function looked(api: EntryApi, collection: string, id: string, changes: Changes): Promise<Omit<Ahead, "failed">> {
  try {
    return { preview: await api.preview(changes), unreadable: [] };
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 422) throw error;
    return { preview: null, unreadable: error.places.map((place) => unread(collection, id, place)) };
  }
}

/** A place of the server's, such as `services.tuva.ways.0.lines`, as a problem of this entry. */
export function unread(collection: string, id: string, place: string): RuleProblem {
  const steps = pathOf(place);
  return {
    place,
    collection,
    id,
    path: steps[0] === collection ? steps.slice(2) : steps,
    place_fi: said.form.unreadable_place,
    code: "unreadable",
    severity: "error",
    message_fi: said.form.unreadable,
    detail: "",
  };
}
