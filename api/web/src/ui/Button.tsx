/** The house's buttons: Suomi.fi's look, at least 44 px high, visible focus, also as a quiet text button. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: "primary" | "secondary" | "quiet" | "option" | "danger";
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = "secondary", icon, children, className = "", ref, ...rest }: ButtonProps) {
  return (
    <button type="button" ref={ref} className={`button button--${look} ${className}`.trim()} {...rest}>
      {icon && (
        <span className="button__icon" aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
    </button>
  );
}
