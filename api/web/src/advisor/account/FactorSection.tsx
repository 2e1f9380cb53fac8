/** One's second factor: setting it up, or taking it away with both factors at hand. */
import { useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import type { AccountApi } from "../../wire/staff";
import { FactorSetup } from "./FactorSetup";
import { Field } from "./Field";
import { Problem } from "./Problem";
import { useSubmit } from "./useSubmit";

const said = texts.advisor.account.factor;

export function FactorSection({ api, enrolled }: { api: AccountApi; enrolled: boolean }) {
  const [on, setOn] = useState(enrolled);
  const [open, setOpen] = useState(false);
  const become = (now: boolean): void => {
    setOn(now);
    setOpen(false);
  };
  return (
    <section className="account__section">
      <h3>{said.title}</h3>
      <p role="status">{on ? said.on : said.off}</p>
      {!open && <Button onClick={() => setOpen(true)}>{on ? said.remove : said.set_up}</Button>}
      {open && on && <RemoveForm api={api} onRemoved={() => become(false)} />}
      {open && !on && <FactorSetup api={api} heading="h4" onDone={() => become(true)} />}
    </section>
  );
}

function RemoveForm({ api, onRemoved }: { api: AccountApi; onRemoved: () => void }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const { busy, problem, submit } = useSubmit(async () => {
    await api.removeFactor(password, code);
    onRemoved();
  });
  return (
    <form className="account__form" onSubmit={submit}>
      <Problem text={problem} />
      <Field
        label={texts.advisor.login.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Field label={said.code} value={code} onChange={setCode} autoComplete="one-time-code" />
      <Button look="danger" type="submit" disabled={busy}>
        {said.remove}
      </Button>
    </form>
  );
}
