/** The first step in: name and password, or the organisation's own log-in where there is one. */
import { useEffect, useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import { OIDC, signIn, ways, type Staff } from "../../wire/staff";
import { Field } from "../account/Field";
import { Problem } from "../account/Problem";
import { useSubmit } from "../account/useSubmit";

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
  const { busy, problem, submit } = useSubmit(async () => onRight(await signIn(name, password)), notice);
  return (
    <>
      <form className="login__form" onSubmit={submit}>
        <Problem text={problem} />
        <Field label={said.username} value={name} onChange={setName} autoComplete="username" />
        <Field
          label={said.password}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button look="primary" type="submit" disabled={busy}>
          {said.submit}
        </Button>
      </form>
      {oidc && (
        <a className="button button--secondary login__oidc" href={OIDC}>
          {said.oidc}
        </a>
      )}
      <p className="hint">{said.help}</p>
    </>
  );
}
