/** What an advisor or a supervisor sees here: that this page is for others, and the way to their own. */
import { fill } from "../../texts";
import said from "../../texts/admin.json";
import { AccountMenu, roleName } from "../../staff/account/AccountMenu";
import type { Inside } from "../../staff/StaffPage";
import { Brand } from "../../ui/Brand";

export function NotYours({ staff, onSignedOut }: Inside) {
  return (
    <div className="admin">
      <header className="admin__head">
        <Brand />
        <AccountMenu staff={staff} onSignedOut={onSignedOut} />
      </header>
      <main className="admin__main admin__main--alone">
        <h1>{said.not_yours.title}</h1>
        <p>{fill(said.not_yours.text, { role: roleName(staff.role) })}</p>
        <p>
          <a href="/neuvoja">{said.not_yours.desk}</a>
        </p>
      </main>
    </div>
  );
}
