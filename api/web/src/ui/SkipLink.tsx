/** A way past what one need not walk through; seen when the keyboard reaches it. */
import type { ReactNode } from "react";

interface SkipLinkProps {
  /** The id of the place that it leads to. */
  to: string;
  children: ReactNode;
}

export function SkipLink({ to, children }: SkipLinkProps) {
  // The address names where one is, so the focus is moved without it.
  const skip = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    document.getElementById(to)?.focus();
  };
  return (
    <a className="skip" href={`#${to}`} onClick={skip}>
      {children}
    </a>
  );
}
