/** Says at once that something went wrong. */
import { InlineAlert } from "suomifi-ui-components";

export function Problem({ text }: { text: string | null }) {
  return (
    text && (
      <div role="alert">
        <InlineAlert status="error">{text}</InlineAlert>
      </div>
    )
  );
}
