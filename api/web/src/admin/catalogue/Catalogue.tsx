/** The catalogue: the table of a collection, or one entry of it. */
import "../../styles/drafts.css";
import said from "../../texts/admin.json";
import type { SectionProps } from "../sections";
import { DueNotice } from "../desk/DueNotice";
import { EntryPage } from "../editor/EntryPage";
import { TextPage } from "../texts/TextPage";
import { CatalogueList } from "./CatalogueList";

export default function Catalogue({ rest, query }: SectionProps) {
  const [collection = "services", id] = rest;
  if (!(collection in said.nav.collections)) return <p>{said.not_found}</p>;
  if (id !== undefined) return <EntryPage key={`${collection}/${id}`} collection={collection} id={id} query={query} />;
  if (collection === "texts") return <TextPage query={query} />;
  return (
    <>
      {collection === "services" && <DueNotice />}
      <CatalogueList key={collection} collection={collection} query={query} />
    </>
  );
}
