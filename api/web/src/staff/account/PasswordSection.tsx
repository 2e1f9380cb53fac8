/** Changing one's password. */
import { useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import type { AccountApi } from "../../wire/staff";
import { AccountForm } from "./AccountForm";
import { Field } from "./Field";

const said = texts.advisor.account.password;

export function PasswordSection({ api }: { api: AccountApi }) {
  const [state, setState] = useState<"closed" | "open" | "changed">("closed");
  return (
    <section className="account__section">
      <h3>{said.title}</h3>
      {state === "open" ? (
        <PasswordForm api={api} onChanged={() => setState("changed")} />
      ) : (
        <Button onClick={() => setState("open")}>{said.change}</Button>
      )}
      <p role="status">{state === "changed" && said.changed}</p>
    </section>
  );
}

function PasswordForm({ api, onChanged }: { api: AccountApi; onChanged: () => void }) {
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const change = async (): Promise<void> => {
    await api.changePassword(current, fresh);
    onChanged();
  };
  return (
    <AccountForm act={change} save={said.save}>
      <Field
        label={said.current}
        type="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
      />
      <Field
        label={said.fresh}
        hint={said.hint}
        type="password"
        value={fresh}
        onChange={setFresh}
        autoComplete="new-password"
      />
    </AccountForm>
  );
}
