/** The second step in: a code of the authenticator, or a recovery code. */
import { useEffect, useRef, useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import type { AccountApi, Staff } from "../../wire/staff";
import { Field } from "../account/Field";
import { Problem } from "../account/Problem";
import { useSubmit } from "../account/useSubmit";

const said = texts.advisor.login;

interface CodeStepProps {
  api: AccountApi;
  onRight: (staff: Staff) => void;
  onBack: () => void;
}

export function CodeStep({ api, onRight, onBack }: CodeStepProps) {
  const [code, setCode] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const { busy, problem, submit } = useSubmit(async () => onRight(await api.showCode(code)));
  return (
    <form className="login__form" ref={form} onSubmit={submit}>
      <Problem text={problem} />
      <Field label={said.code} hint={said.code_hint} value={code} onChange={setCode} autoComplete="one-time-code" />
      <Button look="primary" type="submit" disabled={busy}>
        {said.code_submit}
      </Button>
      <Button look="quiet" onClick={() => void api.signOut().finally(onBack)}>
        {said.start_over}
      </Button>
    </form>
  );
}
