/** Buttons that belong together: one stop for Tab, arrows between them. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

interface ToolbarProps {
  label: string;
  className: string;
  children: ReactNode;
}

export function Toolbar({ label, className, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => stopAt(bar.current, document.activeElement));
  const step = (event: KeyboardEvent): void => {
    const by = event.altKey ? undefined : STEPS[event.key];
    const tools = toolsOf(bar.current);
    const here = tools.findIndex((tool) => tool === document.activeElement);
    if (by === undefined || here < 0) return;
    event.preventDefault();
    tools[(here + by + tools.length) % tools.length]?.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label={label}
      ref={bar}
      className={className}
      onKeyDown={step}
      onFocus={({ target }) => stopAt(bar.current, target)}
    >
      {children}
    </div>
  );
}

const toolsOf = (bar: Element | null): HTMLButtonElement[] => [...(bar?.querySelectorAll("button") ?? [])].filter((tool) => !tool.disabled);

/** Lets Tab stop at one tool: the one that has the focus, or the first. */
function stopAt(bar: Element | null, focused: Element | null): void {
  const tools = toolsOf(bar);
  const stop = tools.find((tool) => tool === focused) ?? tools[0];
  for (const tool of tools) tool.tabIndex = tool === stop ? 0 : -1;
}
