/** What has to be checked again, and by when. */
import { asking, type Calls } from "../wire/calls";
import type { EntryName } from "../wire/drafting";

export interface Due extends EntryName {
  state: string;
  date: string;
  days_left: number;
}

/** Services and crisis numbers whose day comes within the days or has gone by, the most pressing first. */
export const dueWithin = (calls: Calls, days: number): Promise<{ items: Due[] }> =>
  calls.get(asking("/freshness", { days }));
