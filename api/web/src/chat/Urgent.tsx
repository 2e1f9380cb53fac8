/** Help in danger: the emergency number first and large, then the others, as links that a phone dials. */
import { IconChat, IconPhone, IconWarning } from "suomifi-icons";
import { fill, texts } from "../texts";
import { unbroken } from "../texts/sentences";
import type { HelpNumber, UrgentPayload } from "../wire/messages";

const LINK = /^(tel|sms|https):/;

function link({ tel }: HelpNumber): string {
  return LINK.test(tel) ? tel : `tel:${tel}`;
}

/** What pressing the link does; said, for the icon only shows it. */
function act({ tel }: HelpNumber): string {
  if (tel.startsWith("sms:")) return texts.urgent.text;
  return tel.startsWith("https:") ? texts.urgent.open : texts.urgent.call;
}

function isEmergency(help: HelpNumber): boolean {
  return help.number === texts.urgent.emergency_number && link(help).startsWith("tel:");
}

function Help({ help }: { help: HelpNumber }) {
  const { name, number, hours, note } = help;
  const away = help.tel.startsWith("https:");
  const calls = link(help).startsWith("tel:");
  return (
    <li className={isEmergency(help) ? "urgent__help urgent__help--first" : "urgent__help"}>
      <a
        className="urgent__call"
        href={link(help)}
        target={away ? "_blank" : undefined}
        rel={away ? "noreferrer noopener" : undefined}
      >
        {calls ? <IconPhone aria-hidden="true" /> : <IconChat aria-hidden="true" />}
        <span className="visually-hidden">{act(help)} </span>
        <strong>{unbroken(number)}</strong> <span>{name}</span>
      </a>
      {hours && <p className="urgent__hours">{fill(texts.urgent.hours, { hours })}</p>}
      {note && <p className="urgent__note">{unbroken(note)}</p>}
    </li>
  );
}

export function Urgent({ payload }: { payload: UrgentPayload }) {
  const ordered = [...payload.numbers].sort((a, b) => Number(isEmergency(b)) - Number(isEmergency(a)));
  return (
    <section className="urgent" aria-label={texts.urgent.title}>
      <p className="urgent__title">
        <IconWarning aria-hidden="true" /> {texts.urgent.title}
      </p>
      <ul>
        {ordered.map((help) => (
          <Help key={help.tel} help={help} />
        ))}
      </ul>
    </section>
  );
}
