/** The first step in: name and password, or the organisation's own log-in where there is one. */
import { useEffect, useState } from "react";
import { texts } from "../../texts";
import { oidcLink, signIn, ways, type Staff } from "../../wire/staff";
import { AccountForm } from "../account/AccountForm";
import { Field } from "../account/Field";

const said = texts.advisor.login;

interface PasswordStepProps {
  notice: string | null;
  onRight: (staff: Staff) => void;
}

export function PasswordStep({ notice, onRight }: PasswordStepProps) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [oidc, setOidc] = useState(false);
  useEffect(() => {
    ways().then(
      (known) => setOidc(known.oidc),
      () => setOidc(false),
    );
  }, []);
  const enter = async (): Promise<void> => onRight(await signIn(name, password));
  return (
    <>
      <AccountForm act={enter} save={said.submit} notice={notice} className="login__form">
        <Field label={said.username} value={name} onChange={setName} autoComplete="username" />
        <Field
          label={said.password}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
      </AccountForm>
      {oidc && (
        <a className="button button--secondary login__oidc" href={oidcLink()}>
          {said.oidc}
        </a>
      )}
      <p className="hint">{said.help}</p>
    </>
  );
}
