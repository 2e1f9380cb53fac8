/** The card while it is made: everything is written in place, and each change is saved as one leaves it. */
import { IconPlus } from "suomifi-icons";
import { useId } from "react";
import { texts } from "../texts";
import { decides } from "../texts/sentences";
import type { PlanContent, PlanStep } from "../wire/plan";
import type { ServiceName } from "../wire/suggestion";
import { Button } from "../ui/Button";
import { moved, newStep, numbered } from "./card";
import { RowTools } from "./RowTools";
import { ServicePicker } from "./ServicePicker";
import { StepRow } from "./StepRow";
import type { PlanHold } from "./usePlan";

interface PlanEditorProps {
  hold: PlanHold;
  /** Every service that may be put on the card. */
  services: readonly ServiceName[];
  nameOf: (service: string) => string;
  decidedBy: (service: string) => string | null;
}

const ROWS = { goal: 3, noticing: 2 } as const;

function Written({ hold, part }: { hold: PlanHold; part: "goal" | "noticing" }) {
  const id = useId();
  return (
    <div className="plan__part">
      <label htmlFor={id} className="plan__label">
        {texts.plan[part]}
      </label>
      <textarea
        id={id}
        className={`field plan__${part}`}
        rows={ROWS[part]}
        maxLength={600}
        placeholder={texts.plan[`${part}_hint`]}
        value={hold.card[part]}
        onChange={(event) => hold.write({ ...hold.card, [part]: event.target.value })}
        onBlur={hold.save}
      />
    </div>
  );
}

function Services({ hold, services, nameOf, decidedBy }: PlanEditorProps) {
  const { card } = hold;
  const set = (next: PlanContent["services"]): void => hold.change({ ...card, services: numbered(next) });
  const taken = new Set(card.services.map(({ id }) => id));
  return (
    <section className="plan__part">
      <h3 className="plan__label">{texts.plan.services}</h3>
      {card.services.length === 0 && <p className="hint">{texts.plan.no_services}</p>}
      <ol className="plan__services">
        {card.services.map((one, index) => (
          <li key={one.id}>
            <span className="plan__number" aria-hidden="true">
              {index + 1}
            </span>
            <span className="plan__name">
              <strong>{nameOf(one.id)}</strong>
              <span className="hint">{decides(decidedBy(one.id) ?? "")}</span>
            </span>
            <RowTools
              name={nameOf(one.id)}
              first={index === 0}
              last={index === card.services.length - 1}
              onMove={(by) => set(moved(card.services, index, by))}
              onDrop={() => set(card.services.filter(({ id }) => id !== one.id))}
            />
          </li>
        ))}
      </ol>
      <ServicePicker
        services={services.filter(({ service }) => !taken.has(service))}
        onPick={(id) => set([...card.services, { id, order: card.services.length + 1 }])}
      />
    </section>
  );
}

function Steps({ hold }: { hold: PlanHold }) {
  const { card } = hold;
  const withStep = (next: PlanStep): PlanContent => ({
    ...card,
    steps: card.steps.map((step) => (step.id === next.id ? next : step)),
  });
  return (
    <section className="plan__part">
      <h3 className="plan__label">{texts.plan.steps}</h3>
      {card.steps.length === 0 && <p className="hint">{texts.plan.no_steps}</p>}
      <ol className="plan__steps">
        {card.steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={step}
            number={index + 1}
            last={index === card.steps.length - 1}
            onWrite={(next) => hold.write(withStep(next))}
            onChange={(next) => hold.change(withStep(next))}
            onLeave={hold.save}
            onMove={(by) => hold.change({ ...card, steps: moved(card.steps, index, by) })}
            onDrop={() => hold.change({ ...card, steps: card.steps.filter(({ id }) => id !== step.id) })}
          />
        ))}
      </ol>
      <Button look="quiet" icon={<IconPlus />} onClick={() => hold.write({ ...card, steps: [...card.steps, newStep()] })}>
        {texts.plan.add_step}
      </Button>
    </section>
  );
}

function NextCheckIn({ hold }: { hold: PlanHold }) {
  const id = useId();
  return (
    <div className="plan__part">
      <label htmlFor={id} className="plan__label">
        {texts.plan.next_check_in}
      </label>
      <input
        id={id}
        type="date"
        className="field plan__day"
        value={hold.card.next_check_in ?? ""}
        onChange={(event) => hold.change({ ...hold.card, next_check_in: event.target.value || null })}
      />
    </div>
  );
}

export function PlanEditor(props: PlanEditorProps) {
  const { hold } = props;
  return (
    <div className="plan">
      <Written hold={hold} part="goal" />
      <Services {...props} />
      <Steps hold={hold} />
      <Written hold={hold} part="noticing" />
      <NextCheckIn hold={hold} />
    </div>
  );
}
