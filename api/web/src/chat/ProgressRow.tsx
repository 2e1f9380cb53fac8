/** How far the interview is, and the way to the suggestions at once. */
import { fill, texts } from "../texts";
import type { Progress } from "../wire/messages";
import { Button } from "../ui/Button";

interface ProgressRowProps {
  progress: Progress | null;
  canShowResult: boolean;
  onShowResult: () => void;
}

export function ProgressRow({ progress, canShowResult, onShowResult }: ProgressRowProps) {
  if (!progress && !canShowResult) return null;
  return (
    <div className="progress">
      {progress && (
        <div className="progress__where">
          <span>
            {fill(texts.progress.step, { step: progress.step, steps: progress.steps })}
            <span className="progress__label">{`: ${progress.label}`}</span>
          </span>
          <progress aria-label={texts.progress.label} max={1} value={progress.done} />
        </div>
      )}
      {canShowResult && (
        <Button look="quiet" className="progress__result" onClick={onShowResult}>
          {texts.progress.show_result}
        </Button>
      )}
    </div>
  );
}
