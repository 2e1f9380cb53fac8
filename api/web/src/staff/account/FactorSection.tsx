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

interface FactorSectionProps {
  api: AccountApi;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function FactorSection({ api, on, onChange }: FactorSectionProps) {
  const [doing, setDoing] = useState<"nothing" | "setting_up" | "removing">("nothing");
  const done = (): void => setDoing("nothing");
  return (
    <section className="account__section">
      <h3>{said.title}</h3>
      <p role="status">{on ? said.on : said.off}</p>
      {doing === "nothing" && (
        <Button onClick={() => setDoing(on ? "removing" : "setting_up")}>{on ? said.remove : said.set_up}</Button>
      )}
      {doing === "removing" && (
        <RemoveForm
          api={api}
          onRemoved={() => {
            onChange(false);
            done();
          }}
        />
      )}
      {doing === "setting_up" && (
        <FactorSetup api={api} heading="h4" onConfirmed={() => onChange(true)} onDone={done} />
      )}
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
