/** The section of files: the catalogue out, and a file in, tried first. */
import "../../styles/drafts.css";
import { useAdmin } from "../context";
import { said } from "../drafts/said";
import { ExportPart } from "./ExportPart";
import { ImportPart } from "./ImportPart";

export default function Interchange() {
  const { mayEdit } = useAdmin();
  return (
    <div className="stack">
      <h1>{said.interchange.title}</h1>
      <ExportPart />
      {mayEdit ? <ImportPart /> : <p className="hint">{said.interchange.read_only}</p>}
    </div>
  );
}
