/** Starts the advisor's console. */
import "virtual:tokens.css";
import "../styles/page.css";
import "../styles/chat.css";
import "../styles/result.css";
import "../styles/advisor.css";
import "../styles/case.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { StaffPage } from "../staff/StaffPage";
import { texts } from "../texts";
import { Console } from "./Console";
import { NoDesk } from "./NoDesk";

const WITH_DESK = ["advisor", "supervisor"];

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <StaffPage title={texts.advisor.title}>
        {({ staff, onSignedOut }) => {
          const Desk = WITH_DESK.includes(staff.role) ? Console : NoDesk;
          return <Desk staff={staff} onSignedOut={onSignedOut} />;
        }}
      </StaffPage>
    </StrictMode>,
  );
}
