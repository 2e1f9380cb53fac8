/** Sounds and notifications of this browser. */
import { useState } from "react";
import { texts } from "../../texts";
import type { Preferences } from "../preferences";

interface AlertChoicesProps {
  preferences: Preferences;
  onChange: (change: Partial<Preferences>) => void;
}

export function AlertChoices({ preferences, onChange }: AlertChoicesProps) {
  const [denied, setDenied] = useState(false);
  const wish = (on: boolean): void => {
    if (!on || Notification.permission === "granted") {
      onChange({ notify: on });
      return;
    }
    void Notification.requestPermission().then((answer) => {
      setDenied(answer !== "granted");
      onChange({ notify: answer === "granted" });
    });
  };
  return (
    <div className="presence__alerts">
      <label>
        <input type="checkbox" checked={preferences.sound} onChange={({ target }) => onChange({ sound: target.checked })} />
        {texts.presence.sound}
      </label>
      {typeof Notification !== "undefined" && (
        <label>
          <input type="checkbox" checked={preferences.notify} onChange={({ target }) => wish(target.checked)} />
          {texts.presence.notify}
        </label>
      )}
      {denied && <p className="hint">{texts.presence.notify_denied}</p>}
    </div>
  );
}
