/** One suggested service: what it is, why, who decides, the first step, and the person's own word on it. */
import { IconLinkExternal, IconChevronDown, IconArrowRight } from "suomifi-icons";
import { useId, useState, type ReactNode } from "react";
import { fill, texts } from "../texts";
import { decides, unbroken, uncapitalised } from "../texts/sentences";
import type { MissingFact, ServiceName, SuggestedService, Verdicted } from "../wire/suggestion";
import { Button } from "../ui/Button";
import { Reasons } from "./Reasons";
import { OwnWord } from "./OwnWord";

interface ServiceCardProps {
  service: SuggestedService;
  nameOf: (service: string) => string;
  choice: Verdicted;
  /** Absent where the path is only read. */
  onChoose?: (choice: Verdicted, reason?: string) => void;
  acts?: ReactNode;
}

export const labels = (missing: readonly MissingFact[]): string => missing.map(({ label }) => label).join(", ");
const names = (services: readonly ServiceName[]): string => services.map(({ name }) => name).join(", ");

function Facts({ service, nameOf }: Pick<ServiceCardProps, "service" | "nameOf">) {
  const { decided_by, organiser, alongside, after, alternatives } = service;
  const named = (ids: readonly string[]): string => ids.map(nameOf).join(", ");
  return (
    <ul className="card__facts">
      {organiser && organiser !== decided_by && <li>{fill(texts.result.organiser, { who: organiser })}</li>}
      {alongside.length > 0 && <li>{fill(texts.result.alongside, { names: named(alongside) })}</li>}
      {after.length > 0 && <li>{fill(texts.result.after, { names: named(after) })}</li>}
      {alternatives.length > 0 && <li>{fill(texts.result.alternatives, { names: names(alternatives) })}</li>}
    </ul>
  );
}

function Why({ service, nameOf }: Pick<ServiceCardProps, "service" | "nameOf">) {
  const { reasons, access, missing, url } = service;
  return (
    <>
      {service.needs_labels.length > 0 && (
        <p>{fill(texts.result.needs, { needs: service.needs_labels.map(uncapitalised).join(", ") })}</p>
      )}
      <Reasons reasons={reasons} />
      {missing.length > 0 && <p>{fill(texts.result.missing, { labels: labels(missing) })}</p>}
      {access && (
        <>
          <h4>{texts.result.access}</h4>
          <p>{unbroken(access)}</p>
        </>
      )}
      <Facts service={service} nameOf={nameOf} />
      {url && (
        <a className="card__link" href={url} target="_blank" rel="noreferrer noopener">
          {texts.result.link}
          <IconLinkExternal aria-hidden="true" />
          <span className="visually-hidden">{texts.result.new_window}</span>
        </a>
      )}
    </>
  );
}

export function ServiceCard({ service, nameOf, choice, onChoose, acts }: ServiceCardProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const state = choice === null ? "" : ` card--${choice}ed`;
  return (
    <article className={`card${state}`} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{service.name}</h3>
      {service.status === "check" && <p className="card__check">{texts.result.check}</p>}
      <p>{unbroken(service.summary)}</p>
      {service.first_step && choice !== "reject" && (
        <div className="card__step">
          <h4>
            <IconArrowRight aria-hidden="true" />
            {texts.result.first_step}
          </h4>
          <p>{unbroken(service.first_step)}</p>
        </div>
      )}
      {service.decided_by && <p className="card__decides">{decides(service.decided_by)}</p>}
      <Button
        look="quiet"
        className="card__why"
        aria-expanded={open}
        aria-controls={`${id}-why`}
        aria-describedby={`${id}-name`}
        icon={<IconChevronDown />}
        onClick={() => setOpen((before) => !before)}
      >
        {texts.result.why}
      </Button>
      <div id={`${id}-why`} className="card__reasons" hidden={!open}>
        <Why service={service} nameOf={nameOf} />
      </div>
      {acts}
      {onChoose && <OwnWord choice={choice} describedBy={`${id}-name`} onChoose={onChoose} />}
    </article>
  );
}
