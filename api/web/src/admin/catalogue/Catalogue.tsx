/** The catalogue: the table of a collection. */
import said from "../../texts/admin.json";
import type { SectionProps } from "../sections";
import { CatalogueList } from "./CatalogueList";

export default function Catalogue({ rest, query }: SectionProps) {
  const [collection = "services"] = rest;
  if (!(collection in said.nav.collections)) return <p>{said.not_found}</p>;
  return <CatalogueList key={collection} collection={collection} query={query} />;
}
