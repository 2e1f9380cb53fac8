/** The section of versions: all of them, or one. */
import "../../styles/drafts.css";
import type { SectionProps } from "../sections";
import { VersionList } from "./VersionList";
import { VersionPage } from "./VersionPage";

export default function Versions({ rest: [number] }: SectionProps) {
  const version = Number(number);
  if (!Number.isInteger(version) || version <= 0) return <VersionList />;
  return <VersionPage key={version} version={version} />;
}
