/** The sections of the page: one line each, loaded when first opened. */
import { lazy, type ComponentType } from "react";
import said from "../texts/admin.json";
import desk from "../texts/desk_admin.json";
import drafting from "../texts/drafts.json";
import learning from "../texts/learning.json";
import statistics from "../texts/statistics.json";

export interface SectionProps {
  /** What the address names after the section's own part. */
  rest: readonly string[];
  /** What the section keeps in the address besides. */
  query: URLSearchParams;
}

interface Link {
  path: readonly string[];
  label: string;
}

interface Section {
  /** The first part of the address. */
  id: string;
  /** Under which heading its links stand in the navigation. */
  group: keyof typeof said.nav.groups;
  links: readonly Link[];
  Page: ComponentType<SectionProps>;
}

/** What helps a person beside services: who answers, whom to call, and where one lives. */
const DESK = ["numbers", "teams", "hours", "municipalities", "regions", "wellbeing_areas"];
const catalogue = Object.entries(said.nav.collections).map(([id, label]) => ({ path: ["luettelo", id], label, id }));
const Catalogue = lazy(() => import("./catalogue/Catalogue"));

export const SECTIONS: readonly Section[] = [
  { id: "luettelo", group: "catalogue", links: catalogue.filter(({ id }) => !DESK.includes(id)), Page: Catalogue },
  { id: "luettelo", group: "desk", links: catalogue.filter(({ id }) => DESK.includes(id)), Page: Catalogue },
  own("luonnokset", drafting.drafts.title, lazy(() => import("./drafts/Drafts"))),
  own("versiot", drafting.versions.title, lazy(() => import("./versions/Versions"))),
  own("tuonti", drafting.interchange.title, lazy(() => import("./interchange/Interchange"))),
  own("tarkistukset", desk.due.title, lazy(() => import("./desk/Checks")), "following"),
  own("oppiminen", learning.title, lazy(() => import("./learning/Learning")), "following"),
  own("tilastot", statistics.title, lazy(() => import("./statistics/Statistics")), "following"),
];

/** A section with one link of its own. */
function own(id: string, label: string, Page: Section["Page"], group: Section["group"] = "publishing"): Section {
  return { id, group, links: [{ path: [id], label }], Page };
}
