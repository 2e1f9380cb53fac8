/** Says that something is being fetched, or that it failed and can be tried again. */
import { InlineAlert } from "suomifi-ui-components";
import { texts } from "../texts";
import { Button } from "./Button";
import type { Remote } from "./useRemote";

export function RemoteNotice({ remote }: { remote: Remote<unknown> }) {
  if (remote.failed) {
    return (
      <InlineAlert status="warning" className="notice">
        {texts.load_failed}
        <Button onClick={remote.reload}>{texts.try_again}</Button>
      </InlineAlert>
    );
  }
  return remote.data === null && remote.loading ? <p className="hint">{texts.loading}</p> : null;
}
