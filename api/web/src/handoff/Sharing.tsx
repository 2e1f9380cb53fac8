/** What an advisor may see, by kind, each with what it holds now; a single fact can be taken back here. */
import { Checkbox } from "suomifi-ui-components";
import { fill, texts } from "../texts";
import type { Share } from "../wire/suggestion";
import type { PreviewItem, WaitingView } from "../wire/waiting";

export const CATEGORIES = ["basic", "sensitive", "health"] as const;

interface SharingProps {
  share: Share;
  /** Null until it is known. */
  preview: WaitingView["preview"] | null;
  onChange: (share: Share) => void;
  onRemove: (fact: string) => void;
}

function Preview({ items, onRemove }: { items: readonly PreviewItem[]; onRemove: (fact: string) => void }) {
  if (items.length === 0) return <p className="preview hint">{texts.waiting.preview_none}</p>;
  return (
    <details className="preview">
      <summary>{fill(texts.waiting.preview, { n: items.length })}</summary>
      <ul>
        {items.map(({ fact, label, value_label }) => (
          <li key={fact}>
            <span>
              {label}: <strong>{value_label}</strong>
            </span>
            <button
              type="button"
              className="link-button"
              aria-label={fill(texts.waiting.preview_remove, { label })}
              onClick={() => onRemove(fact)}
            >
              {texts.waiting.remove}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Sharing({ share, preview, onChange, onRemove }: SharingProps) {
  return (
    <fieldset className="share">
      <legend>{texts.handoff.share}</legend>
      <p className="hint">{texts.handoff.share_hint}</p>
      {CATEGORIES.map((category) => (
        <div key={category} className="share__kind">
          <Checkbox
            checked={share[category]}
            hintText={texts.handoff[`${category}_hint`]}
            onClick={({ checkboxState }) => onChange({ ...share, [category]: checkboxState })}
          >
            {texts.handoff[category]}
          </Checkbox>
          {preview && <Preview items={preview[category]} onRemove={onRemove} />}
        </div>
      ))}
    </fieldset>
  );
}
