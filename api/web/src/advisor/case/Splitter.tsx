/** The edge between two panes: dragged, or moved with the arrow keys; remembered in this browser. */
import { useState, type CSSProperties, type PointerEvent } from "react";
import { browserStore, Slot } from "../../transport/storage";

interface Width {
  value: number;
  min: number;
  max: number;
  set: (value: number) => void;
}

const STEP = 24;

export function useWidth(name: string, first: number, min: number, max: number): Width {
  const [slot] = useState(() => new Slot<number>(browserStore(), `pane.${name}`));
  const [value, setValue] = useState(() => slot.read() ?? first);
  const set = (wanted: number): void => {
    const next = Math.round(Math.min(max, Math.max(min, wanted)));
    slot.write(next);
    setValue(next);
  };
  return { value, min, max, set };
}

export function paneStyle(left: Width, right: Width): CSSProperties {
  return { "--left": `${left.value}px`, "--right": `${right.value}px` } as CSSProperties;
}

/** `grows` is 1 when the pane grows as the edge goes right, -1 when it grows as the edge goes left. */
export function Splitter({ label, width, grows }: { label: string; width: Width; grows: 1 | -1 }) {
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const edge = event.currentTarget;
    const [from, before] = [event.clientX, width.value];
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => width.set(before + grows * (moved.clientX - from));
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", move), { once: true });
  };
  return (
    // A separator that moves is a control: it has a value and takes the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width.value}
      aria-valuemin={width.min}
      aria-valuemax={width.max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") width.set(width.value - grows * STEP);
        if (event.key === "ArrowRight") width.set(width.value + grows * STEP);
      }}
    />
  );
}
