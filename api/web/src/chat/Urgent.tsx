/** Numbers to call in danger, large, as links that a phone dials. */
import { IconPhone, IconWarning } from "suomifi-icons";
import { fill, texts } from "../texts";
import type { UrgentPayload } from "../wire/messages";

export function Urgent({ payload }: { payload: UrgentPayload }) {
  return (
    <section className="urgent" aria-label={texts.urgent.title}>
      <p className="urgent__title">
        <IconWarning aria-hidden="true" /> {texts.urgent.title}
      </p>
      <ul>
        {payload.numbers.map((help) => (
          <li key={help.number}>
            <a
              className="urgent__call"
              href={`tel:${help.tel}`}
              aria-label={fill(texts.urgent.call_label, { name: help.name, number: help.number })}
            >
              <IconPhone aria-hidden="true" />
              <strong>{help.number}</strong>
              <span>{help.name}</span>
            </a>
            {[help.note, help.hours].filter(Boolean).map((line) => (
              <p key={line} className="urgent__note">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
