/** The recovery codes, shown this once: to copy, to save, and to say that they are kept. */
import { useEffect, useRef, useState } from "react";
import { texts } from "../../texts";
import { Button } from "../../ui/Button";

const said = texts.advisor.account.recovery;

interface RecoveryCodesProps {
  codes: string[];
  heading: "h2" | "h4";
  onKept: () => void;
}

export function RecoveryCodes({ codes, heading: Heading, onKept }: RecoveryCodesProps) {
  const [copied, setCopied] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const lines = codes.join("\n");
  return (
    <div className="account__form">
      <Heading ref={title} tabIndex={-1}>
        {said.title}
      </Heading>
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
        <a className="button button--secondary" download={said.file} href={`data:text/plain;charset=utf-8,${encodeURIComponent(lines)}`}>
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
