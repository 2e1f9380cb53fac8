/** Starts the advisor's console. */
import "virtual:tokens.css";
import "../styles/page.css";
import "../styles/chat.css";
import "../styles/result.css";
import "../styles/advisor.css";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { whoAmI, type Staff } from "../wire/advisor";
import { Console } from "./Console";
import { Login } from "./Login";

function Page() {
  const [staff, setStaff] = useState<Staff | null | "asking">("asking");
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    whoAmI().then(setStaff, () => setStaff(null));
  }, []);
  if (staff === "asking") return null;
  if (staff === null) return <Login notice={notice} onSignedIn={setStaff} />;
  return (
    <Console
      staff={staff}
      onSignedOut={(why) => {
        setNotice(why);
        setStaff(null);
      }}
    />
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
