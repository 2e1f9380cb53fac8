/** Starts the advisor's console. */
import "virtual:tokens.css";
import "../styles/page.css";
import "../styles/chat.css";
import "../styles/result.css";
import "../styles/advisor.css";
import "../styles/case.css";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { whoAmI, type Staff } from "../wire/staff";
import { Console } from "./Console";
import { Login } from "./Login";
import { arrival } from "./login/arrival";
import { NoDesk } from "./NoDesk";

const WITH_DESK = ["advisor", "supervisor"];

function Page() {
  const [staff, setStaff] = useState<Staff | null | "asking">("asking");
  const [notice, setNotice] = useState<string | null>(arrival);
  useEffect(() => {
    whoAmI().then(setStaff, () => setStaff(null));
  }, []);
  if (staff === "asking") return null;
  if (staff?.second_factor !== "none") return <Login notice={notice} begun={staff} onSignedIn={setStaff} />;
  const signedOut = (why: string | null): void => {
    setNotice(why);
    setStaff(null);
  };
  const Desk = WITH_DESK.includes(staff.role) ? Console : NoDesk;
  return <Desk staff={staff} onSignedOut={signedOut} />;
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
