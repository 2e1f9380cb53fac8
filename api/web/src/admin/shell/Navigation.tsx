/** The way between the sections; the draft that one works in stays along. */
import said from "../../texts/admin.json";
import { useAdmin } from "../context";
import { linkTo, useRoute } from "../routes";
import { SECTIONS } from "../sections";

const GROUPS = Object.keys(said.nav.groups) as (keyof typeof said.nav.groups)[];

export function Navigation() {
  const { draft } = useAdmin();
  const [route] = useRoute();
  const here = (path: readonly string[]): boolean => path.every((part, place) => route.path[place] === part);
  const groups = GROUPS.map((id) => ({
    id,
    links: SECTIONS.filter(({ group }) => group === id).flatMap(({ links }) => links),
  }));
  return (
    <nav className="admin__nav" aria-label={said.nav.label}>
      {groups.map(
        ({ id, links }) =>
          links.length > 0 && (
            <section key={id}>
              <h2>{said.nav.groups[id]}</h2>
              <ul>
                {links.map(({ path, label }) => (
                  <li key={path.join("/")}>
                    <a href={linkTo(path, draft?.id ?? null)} aria-current={here(path) ? "page" : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </nav>
  );
}
