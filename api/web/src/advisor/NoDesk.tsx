/** What those of the staff see who have no conversations: their account, and the audit log for whoever audits. */
import { fill, texts } from "../texts";
import { Brand } from "../ui/Brand";
import type { Staff } from "../wire/staff";
import { AccountMenu, roleName } from "../staff/account/AccountMenu";
import { AuditLog } from "../staff/audit/AuditLog";

interface NoDeskProps {
  staff: Staff;
  onSignedOut: (notice: string | null) => void;
}

export function NoDesk({ staff, onSignedOut }: NoDeskProps) {
  return (
    <div className="console">
      <header className="console__head">
        <Brand />
        <AccountMenu staff={staff} onSignedOut={onSignedOut} />
      </header>
      {staff.role === "auditor" ? (
        <AuditLog staff={staff} />
      ) : (
        <main className="audit">
          <h1>{fill(texts.advisor.no_desk.title, { name: staff.name })}</h1>
          <p>{fill(texts.advisor.no_desk.text, { role: roleName(staff.role) })}</p>
          <p>
            <a href="/yllapito">{texts.advisor.no_desk.rules}</a>
          </p>
        </main>
      )}
    </div>
  );
}
