/** A supervisor's way to give a waiting case to another team. */
import { fill, texts } from "../../texts";
import type { Team } from "../../wire/queue";

interface MoveMenuProps {
  who: string;
  from: string;
  teams: readonly Team[];
  onMove: (team: string) => void;
}

export function MoveMenu({ who, from, teams, onMove }: MoveMenuProps) {
  return (
    <select
      className="pick pick--quiet"
      aria-label={fill(texts.queue.move_label, { who })}
      value=""
      onChange={({ target }) => onMove(target.value)}
    >
      <option value="">{texts.queue.move}</option>
      {teams
        .filter(({ id }) => id !== from)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  );
}
