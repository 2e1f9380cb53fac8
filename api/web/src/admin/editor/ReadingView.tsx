/** A whole rule in plain Finnish; each line leads to its place in the form. */
import said from "../../texts/admin.json";
import type { Reading } from "../wire/catalogue";
import { pathOf, placeId } from "./tree";

interface ReadingViewProps {
  reading: Reading;
  /** True beside a form: a line shows its place there. */
  linked?: boolean;
}

export function ReadingView({ reading, linked = false }: ReadingViewProps) {
  if (reading.parts.length === 0) return <p className="hint">{said.reading.empty}</p>;
  return (
    <div className="reading">
      {reading.parts.map((part, number) => (
        <section key={number}>
          <h3>{part.heading}</h3>
          <ul>
            {part.items.map((item, place) => (
              <li key={place}>
                {linked && item.path ? (
                  <button type="button" className="reading__link" onClick={() => show(item.path)}>
                    {item.text}
                  </button>
                ) : (
                  item.text
                )}
                {item.why && <span className="reading__why">{item.why}</span>}
                {item.note && <span className="reading__why">{item.note}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Goes to a place of the form, or to the nearest one around it. */
export function show(path: string): void {
  for (let steps = pathOf(path); steps.length > 0; steps = steps.slice(0, -1)) {
    const place = document.getElementById(placeId(steps));
    if (place) {
      place.focus();
      place.scrollIntoView({ block: "center" });
      return;
    }
  }
}
