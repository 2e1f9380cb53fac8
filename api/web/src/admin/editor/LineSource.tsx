/** Where a line comes from and when it is in force, folded away until needed; without them those of the service hold. */
import said from "../../texts/admin.json";
import type { Content, Path } from "../wire/drafting";
import { Field } from "./fields/Field";

const words = said.rules;
const OWN = ["source", "valid_from", "valid_to", "checked_on"];

interface LineSourceProps {
  line: Content;
  path: Path;
  /** Whether the line may be what the service is for. */
  deciding: boolean;
}

export function LineSource({ line, path, deciding }: LineSourceProps) {
  const own = OWN.some((name) => line[name]) || line.deciding === true;
  return (
    <details className="line__source">
      <summary>{own ? words.source_own : words.source}</summary>
      <div className="form-grid">
        <Field path={[...path, "source"]} kind="text" />
        <Field path={[...path, "valid_from"]} kind="date" />
        <Field path={[...path, "valid_to"]} kind="date" />
        <Field path={[...path, "checked_on"]} kind="date" />
        {deciding && <Field path={[...path, "deciding"]} kind="flag" label={words.deciding} />}
      </div>
    </details>
  );
}
