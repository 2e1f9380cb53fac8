/** A page for staff: asks who is there, lets them in, and shows the page to whoever is inside. */
import { useEffect, useState, type ReactNode } from "react";
import { useKeptFocus } from "../ui/useKeptFocus";
import { whoAmI, type Staff } from "../wire/staff";
import { Login } from "./Login";
import { arrival } from "./login/arrival";

export interface Inside {
  staff: Staff;
  onSignedOut: (notice: string | null) => void;
}

interface StaffPageProps {
  title: string;
  children: (inside: Inside) => ReactNode;
}

export function StaffPage({ title, children }: StaffPageProps) {
  const [staff, setStaff] = useState<Staff | null | "asking">("asking");
  const [notice, setNotice] = useState<string | null>(arrival);
  useKeptFocus();
  useEffect(() => {
    whoAmI().then(setStaff, () => setStaff(null));
  }, []);
  if (staff === "asking") return null;
  if (staff?.second_factor !== "none") {
    return <Login title={title} notice={notice} begun={staff} onSignedIn={setStaff} />;
  }
  const signedOut = (why: string | null): void => {
    setNotice(why);
    setStaff(null);
  };
  return children({ staff, onSignedOut: signedOut });
}
