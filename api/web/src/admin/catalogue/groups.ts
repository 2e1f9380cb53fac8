/** What the groups of services and facts are called. */
import said from "../../texts/admin.json";
import { capitalised } from "../../texts/sentences";

const NAMES: Record<string, string> = said.groups;

export const groupName = (group: string): string => NAMES[group] ?? capitalised(group);
