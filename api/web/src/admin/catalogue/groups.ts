/** What the groups of services, facts and teams are called. */
import said from "../../texts/admin.json";
import { capitalised } from "../../texts/sentences";

const NAMES: Record<string, string> = { ...said.groups, ...said.form.choices.kind };

export const groupName = (group: string): string => NAMES[group] ?? capitalised(group);
