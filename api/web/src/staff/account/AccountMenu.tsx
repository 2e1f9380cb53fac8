/** Who is logged in; opens one's own account. */
import { useState } from "react";
import { fill, texts } from "../../texts";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { AccountApi, type Staff } from "../../wire/staff";
import { FactorSection } from "./FactorSection";
import { PasswordSection } from "./PasswordSection";
import { SessionsSection } from "./SessionsSection";

const said = texts.advisor.account;

interface AccountMenuProps {
  staff: Staff;
  onSignedOut: (notice: string | null) => void;
}

export function AccountMenu({ staff, onSignedOut }: AccountMenuProps) {
  const [open, setOpen] = useState(false);
  const [totp, setTotp] = useState(staff.totp);
  const [api] = useState(() => new AccountApi(staff.csrf));
  return (
    <div className="account-menu">
      <Button look="quiet" aria-label={fill(said.open, { name: staff.name })} onClick={() => setOpen(true)}>
        {staff.name}
      </Button>
      <Button look="quiet" onClick={() => void api.signOut().finally(() => onSignedOut(null))}>
        {texts.advisor.logout}
      </Button>
      {open && (
        <Dialog title={said.title} sheet onClose={() => setOpen(false)}>
          <p>{fill(said.who, { name: staff.name, role: roleName(staff.role) })}</p>
          <PasswordSection api={api} />
          <FactorSection api={api} on={totp} onChange={setTotp} />
          <SessionsSection api={api} />
        </Dialog>
      )}
    </div>
  );
}

export function roleName(role: string): string {
  return Object.entries(said.roles).find(([id]) => id === role)?.[1] ?? role;
}
