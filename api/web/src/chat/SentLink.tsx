/** A link that an advisor has sent; where it leads is told in plain letters. */
import { IconLinkExternal } from "suomifi-icons";
import { fill, texts } from "../texts";
import type { LinkPayload } from "../wire/messages";

export function SentLink({ payload }: { payload: LinkPayload }) {
  const { host, protocol } = new URL(payload.url);
  if (protocol !== "https:") return null;
  return (
    <a className="sent-link" href={payload.url} target="_blank" rel="noreferrer noopener">
      <IconLinkExternal aria-hidden="true" />
      <span>
        <strong>{payload.title}</strong>
        <span className="hint">{fill(texts.sent.link, { host })}</span>
      </span>
    </a>
  );
}
