/** The way in for staff: a password, and the second factor where there is one or has to be one. */
import { useState } from "react";
import { texts } from "../texts";
import { Brand } from "../ui/Brand";
import { AccountApi, type Staff } from "../wire/staff";
import { FactorSetup } from "./account/FactorSetup";
import { CodeStep } from "./login/CodeStep";
import { PasswordStep } from "./login/PasswordStep";

const said = texts.advisor.login;

interface LoginProps {
  /** What one logs in to. */
  title: string;
  notice: string | null;
  /** A log-in that still waits for its second factor, as after coming back to the page. */
  begun?: Staff | null;
  onSignedIn: (staff: Staff) => void;
}

export function Login({ title, notice, begun = null, onSignedIn }: LoginProps) {
  const [half, setHalf] = useState(begun);
  const go = (staff: Staff): void => {
    if (staff.second_factor === "none") onSignedIn(staff);
    else setHalf(staff);
  };
  const titles = { none: title, code: said.code_title, enrol: said.enrol_title };
  return (
    <main className="login">
      <Brand />
      <h1>{titles[half?.second_factor ?? "none"]}</h1>
      {half === null && <PasswordStep notice={notice} onRight={go} />}
      {half?.second_factor === "code" && (
        <CodeStep api={new AccountApi(half.csrf)} onRight={go} onBack={() => setHalf(null)} />
      )}
      {half?.second_factor === "enrol" && (
        <>
          <p>{said.enrol_text}</p>
          <FactorSetup
            api={new AccountApi(half.csrf)}
            heading="h2"
            onDone={(csrf) => onSignedIn({ ...half, csrf, second_factor: "none", totp: true })}
          />
        </>
      )}
    </main>
  );
}
