/** The recovery codes, shown this once: to copy, to save, and to say that they are kept. */
import { useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";

const said = texts.advisor.account.recovery;

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const [copied, setCopied] = useState(false);
  const lines = codes.join("\n");
  return (
    <div className="account__form">
      <h2>{said.title}</h2>
      <p>{said.text}</p>
      <ul className="account__codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account__row">
        <Button onClick={() => void navigator.clipboard.writeText(lines).then(() => setCopied(true))}>
          {said.copy}
        </Button>
        <a className="button" download={said.file} href={`data:text/plain;charset=utf-8,${encodeURIComponent(lines)}`}>
          {said.save}
        </a>
      </div>
      <p role="status">{copied && said.copied}</p>
      <Button look="primary" onClick={onKept}>
        {said.kept}
      </Button>
    </div>
  );
}
