/** Whether one takes conversations, why not, and how many at once: a button that tells, and a panel that changes it. */
import { IconCheckCircleFilled, IconChevronDown, IconClock, IconMinus, IconPlus, IconRadioButton } from "suomifi-icons";
import { InlineAlert } from "suomifi-ui-components";
import { useId, useState } from "react";
import { fill, texts } from "../texts";
import type { PresenceBody, PresenceState, Queue } from "../wire/queue";
import { Button } from "../ui/Button";
import { AlertChoices } from "./queue/AlertChoices";
import { useDisclosure } from "./queue/useDisclosure";
import type { Preferences } from "./preferences";

const STATES: readonly PresenceState[] = ["available", "busy", "away"];
const ICONS = { available: IconCheckCircleFilled, busy: IconClock, away: IconRadioButton };
const MOST = 20;

interface PresenceProps {
  queue: Queue;
  save: (body: PresenceBody) => Promise<unknown>;
  preferences: Preferences;
  onPreferences: (change: Partial<Preferences>) => void;
}

function Capacity({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  return (
    <div className="presence__row">
      <span id="capacity">{texts.presence.capacity}</span>
      <div className="stepper" role="group" aria-labelledby="capacity">
        <Button
          aria-label={texts.presence.fewer}
          icon={<IconMinus />}
          disabled={value <= 1}
          onClick={() => onChange(value - 1)}
        />
        <output>{value}</output>
        <Button
          aria-label={texts.presence.more}
          icon={<IconPlus />}
          disabled={value >= MOST}
          onClick={() => onChange(value + 1)}
        />
      </div>
    </div>
  );
}

function States({ state, onChange }: { state: PresenceState; onChange: (state: PresenceState) => void }) {
  return (
    <fieldset className="presence__states">
      <legend className="visually-hidden">{texts.presence.title}</legend>
      {STATES.map((one) => {
        const Icon = ICONS[one];
        return (
          <label key={one} className={`presence__state presence__state--${one}`}>
            <input type="radio" name="presence" checked={one === state} onChange={() => onChange(one)} />
            <Icon aria-hidden="true" />
            <span>
              <strong>{texts.presence.states[one]}</strong>
              <span className="hint">{texts.presence.hints[one]}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Reason({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  const options = texts.presence.reasons;
  return (
    <label className="presence__row">
      {texts.presence.reason}
      <select className="pick" value={reason} onChange={({ target }) => onChange(target.value)}>
        <option value="">{texts.presence.no_reason}</option>
        {[...options, ...(reason && !options.includes(reason) ? [reason] : [])].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

export function Presence({ queue, save, preferences, onPreferences }: PresenceProps) {
  const panel = useId();
  const { open, toggle, root } = useDisclosure();
  const [failed, setFailed] = useState(false);
  const { state, reason } = queue.presence;
  const { capacity } = queue;
  const load = queue.mine.length;
  const Icon = ICONS[state];
  const name = texts.presence.states[state];
  const told = reason && state !== "available" ? `${name} · ${reason}` : name;
  const change = (part: Partial<PresenceBody>): void => {
    const next = { state, reason: reason ?? "", capacity, ...part };
    if (next.state === "available") next.reason = "";
    save(next).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <div className="presence" ref={root}>
      <button
        type="button"
        className={`presence__now presence__now--${state}`}
        aria-expanded={open}
        aria-controls={panel}
        aria-label={fill(texts.presence.open, { state: told, load, capacity })}
        onClick={toggle}
      >
        <Icon aria-hidden="true" />
        <span>{told}</span>{" "}
        <span className="presence__load">{`${load}/${capacity}`}</span>
        <IconChevronDown aria-hidden="true" />
      </button>
      <div id={panel} className="presence__panel" hidden={!open}>
        <States state={state} onChange={(next) => change({ state: next })} />
        {state !== "available" && <Reason reason={reason ?? ""} onChange={(next) => change({ reason: next })} />}
        <Capacity value={capacity} onChange={(next) => change({ capacity: next })} />
        <AlertChoices preferences={preferences} onChange={onPreferences} />
        {failed && (
          <div role="alert">
            <InlineAlert status="error">{texts.presence.failed}</InlineAlert>
          </div>
        )}
      </div>
    </div>
  );
}
