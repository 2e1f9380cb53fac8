/** The section of drafts: all of them, one, or one being brought onto the newest version. */
import "../../styles/drafts.css";
import { MergePage } from "../publishing/MergePage";
import type { SectionProps } from "../sections";
import { DraftList } from "./DraftList";
import { DraftPage } from "./DraftPage";
import { MERGE, TABS } from "./links";

export default function Drafts({ rest: [number, part] }: SectionProps) {
  const draft = Number(number);
  if (!Number.isInteger(draft) || draft <= 0) return <DraftList />;
  if (part === MERGE) return <MergePage key={draft} draft={draft} />;
  return <DraftPage key={draft} draft={draft} tab={TABS.find((tab) => tab === part) ?? TABS[0]} />;
}
