/** Moves entries in the own order of a collection, which decides between what is equally fit. */
import { useState } from "react";
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { useAdmin } from "../context";
import { useDoing } from "../drafts/useDoing";
import { moved } from "../editor/tree";
import { asking } from "../wire/calls";
import { PAGE, type Chosen } from "./chosen";

const ORDERED = ["services", "needs", "facts", "escalation", "people"];

interface Ordered {
  revision: number;
  content: { value: string[] };
}

export interface Order {
  busy: boolean;
  problem: string | null;
  /** What has been done, in words. */
  status: string;
  /** The number of the first row before the page. */
  first: number;
  move: (id: string, by: number) => void;
}

/** Null where the rows are not in their own order, or the order is not one's to change. */
export function useOrder(collection: string, { sivu, ...limits }: Chosen): Order | null {
  const { calls, drafts, draft, mayEdit } = useAdmin();
  const { busy, problem, start } = useDoing(drafts.reload);
  const [status, setStatus] = useState("");
  const asItIs = Object.values(limits).every((one) => one === "");
  if (!mayEdit || draft?.state !== "open" || !asItIs || !ORDERED.includes(collection)) return null;
  const put = async (id: string, by: number): Promise<string> => {
    const { revision, content } = await calls.get<Ordered>(asking(`/catalogue/order/${collection}`, { draft: draft.id }));
    const place = content.value.indexOf(id);
    const ids = moved(content, ["value"], place, by).value;
    await calls.post(`/drafts/${draft.id}/order/${collection}`, { revision, ids });
    return fill(said.rules.moved, { n: place + by + 1, all: content.value.length });
  };
  const done = (told: string): void => {
    setStatus(told);
    drafts.reload();
  };
  return { busy, problem, status, first: (sivu - 1) * PAGE, move: (id, by) => start(() => put(id, by), done) };
}
