/** The head of the page: what is being looked at or edited, and one's own account. */
import said from "../../texts/admin.json";
import { AccountMenu } from "../../staff/account/AccountMenu";
import type { Inside } from "../../staff/StaffPage";
import { Brand } from "../../ui/Brand";
import { useAdmin } from "../context";
import { DraftPicker } from "./DraftPicker";

export function Header({ onSignedOut }: Pick<Inside, "onSignedOut">) {
  const { staff } = useAdmin();
  return (
    <header className="admin__head">
      <Brand />
      <p>{said.title}</p>
      <DraftPicker />
      <AccountMenu staff={staff} onSignedOut={onSignedOut} />
    </header>
  );
}
