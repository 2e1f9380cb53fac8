/** Setting up the second factor: the pattern for the authenticator, its first code, and the recovery codes to keep. */
import { useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import type { AccountApi, Confirmed, Proposed } from "../../wire/staff";
import { Field } from "./Field";
import { Problem } from "./Problem";
import { QrCode } from "./QrCode";
import { RecoveryCodes } from "./RecoveryCodes";
import { useSubmit } from "./useSubmit";

const said = texts.advisor.account.factor;

interface FactorSetupProps {
  api: AccountApi;
  /** The level of its headings where it stands. */
  heading: "h2" | "h4";
  /** It is on, although the recovery codes are not yet said to be kept. */
  onConfirmed?: () => void;
  onDone: (csrf: string) => void;
}

export function FactorSetup({ api, heading, onConfirmed, onDone }: FactorSetupProps) {
  const proposed = useRemote(() => api.proposeFactor(), "");
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  if (confirmed) {
    const { recovery_codes: codes, csrf } = confirmed;
    return <RecoveryCodes codes={codes} heading={heading} onKept={() => onDone(csrf)} />;
  }
  if (!proposed.data) return <RemoteNotice remote={proposed} />;
  const confirm = (fresh: Confirmed): void => {
    setConfirmed(fresh);
    onConfirmed?.();
  };
  return <FirstCode api={api} proposed={proposed.data} onConfirmed={confirm} />;
}

interface FirstCodeProps {
  api: AccountApi;
  proposed: Proposed;
  onConfirmed: (confirmed: Confirmed) => void;
}

function FirstCode({ api, proposed, onConfirmed }: FirstCodeProps) {
  const [code, setCode] = useState("");
  const { busy, problem, submit } = useSubmit(async () => onConfirmed(await api.confirmFactor(code)));
  return (
    <form className="account__form" onSubmit={submit}>
      <p>{said.scan}</p>
      <QrCode text={proposed.uri} label={said.qr} />
      <p>
        {said.by_hand} <code className="account__secret">{proposed.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <p>
        <a href={proposed.uri}>{said.same_device}</a>
      </p>
      <Problem text={problem} />
      <Field label={said.code} value={code} onChange={setCode} autoComplete="one-time-code" />
      <Button look="primary" type="submit" disabled={busy}>
        {said.confirm}
      </Button>
    </form>
  );
}
