/** One's second factor: setting it up, or taking it away with both factors at hand. */
import { useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import type { AccountApi } from "../../wire/staff";
import { AccountForm } from "./AccountForm";
import { FactorSetup } from "./FactorSetup";
import { Field } from "./Field";

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
  const remove = async (): Promise<void> => {
    await api.removeFactor(password, code);
    onRemoved();
  };
  return (
    <AccountForm act={remove} save={said.remove} look="danger">
      <Field
        label={texts.advisor.login.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Field label={said.code} value={code} onChange={setCode} autoComplete="one-time-code" />
    </AccountForm>
  );
}
