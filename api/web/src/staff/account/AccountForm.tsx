/** A form about one's account: its fields, what went wrong and the button that sends it, once at a time. */
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "../../ui/Button";
import { Problem } from "./Problem";
import { useSubmit } from "./useSubmit";

interface AccountFormProps {
  act: () => Promise<void>;
  save: string;
  look?: ButtonProps["look"];
  notice?: string | null;
  className?: string;
  children: ReactNode;
}

export function AccountForm(props: AccountFormProps) {
  const { act, save, look = "primary", notice = null, className = "account__form", children } = props;
  const { busy, problem, submit } = useSubmit(act, notice);
  return (
    <form className={className} onSubmit={submit}>
      <Problem text={problem} />
      {children}
      <Button look={look} type="submit" disabled={busy}>
        {save}
      </Button>
    </form>
  );
}
