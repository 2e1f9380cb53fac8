/** Fetches the catalogue as a file: what is published, or a draft. */
import { useId, useState } from "react";
import { fill } from "../../texts";
import { Labelled } from "../../ui/Labelled";
import { useAdmin } from "../context";
import { said } from "../drafts/said";
import { exportPath } from "../wire/interchange";

const words = said.interchange;

export function ExportPart() {
  const { draft, drafts } = useAdmin();
  const id = useId();
  const [chosen, setChosen] = useState(draft?.id ?? null);
  const open = drafts.data?.filter(({ state }) => state === "open" || state === "submitted") ?? [];
  const files = [
    { id: "table", path: exportPath("export.xlsx", { draft: chosen }) },
    { id: "json", path: exportPath("export.json", { draft: chosen }) },
    { id: "hsds", path: exportPath("export/hsds.json") },
  ] as const;
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.export}</h2>
      <p>{words.export_text}</p>
      <Labelled label={words.which}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={chosen ?? ""}
            onChange={(event) => setChosen(event.target.value === "" ? null : Number(event.target.value))}
          >
            <option value="">{words.newest}</option>
            {open.map((one) => (
              <option key={one.id} value={one.id}>
                {fill(words.of_draft, one)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={file.path} download>
              {words.files[file.id]}
            </a>
            <p className="hint">{words.files[`${file.id}_hint`]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
