/** Starts the page on which services and rules are kept. */
import "virtual:tokens.css";
import "../styles/page.css";
import "../styles/admin.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { StaffPage } from "../staff/StaffPage";
import said from "../texts/admin.json";
import { AdminApp } from "./AdminApp";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <StaffPage title={said.title}>{(inside) => <AdminApp {...inside} />}</StaffPage>
    </StrictMode>,
  );
}
