/** The way in for staff. */
import { InlineAlert, TextInput } from "suomifi-ui-components";
import { useState } from "react";
import { texts } from "../texts";
import { Refused } from "../wire/http";
import { signIn, type Staff } from "../wire/advisor";
import { Brand } from "../ui/Brand";
import { Button } from "../ui/Button";

function explain(error: unknown): string {
  if (error instanceof Refused && error.status === 401) return texts.advisor.login.wrong;
  if (error instanceof Refused && error.status === 429) return texts.advisor.login.too_many;
  return texts.advisor.login.failed;
}

export function Login({ notice, onSignedIn }: { notice: string | null; onSignedIn: (staff: Staff) => void }) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(notice);
  const [busy, setBusy] = useState(false);
  const submit = (): void => {
    setBusy(true);
    signIn(username, password)
      .then(onSignedIn, (error: unknown) => setProblem(explain(error)))
      .finally(() => setBusy(false));
  };
  return (
    <main className="login">
      <Brand />
      <h1>{texts.advisor.title}</h1>
      <form
        className="login__form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem && (
          <div role="alert">
            <InlineAlert status="error">{problem}</InlineAlert>
          </div>
        )}
        <TextInput
          labelText={texts.advisor.login.username}
          autoComplete="username"
          fullWidth
          value={username}
          onChange={(value) => setUsername(String(value ?? ""))}
        />
        <TextInput
          labelText={texts.advisor.login.password}
          type="password"
          autoComplete="current-password"
          fullWidth
          value={password}
          onChange={(value) => setPassword(String(value ?? ""))}
        />
        <Button look="primary" type="submit" disabled={busy}>
          {texts.advisor.login.submit}
        </Button>
      </form>
    </main>
  );
}
