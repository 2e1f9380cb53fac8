/** Starts the visitor's page. */
import "virtual:tokens.css";
import "../styles/page.css";
import "../styles/chat.css";
import "../styles/result.css";
import "../styles/path-wide.css";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { choicesSlot } from "../result/useChoices";
import { Session } from "../transport/session";
import { browserStore } from "../transport/storage";
import type { Language } from "../wire/messages";
import { ChatApp } from "./ChatApp";

function begin(language?: Language): Session {
  const session = new Session(browserStore(), language);
  void session.start();
  return session;
}

function Page({ first }: { first: Session }) {
  const [{ session, round }, setCurrent] = useState({ session: first, round: 0 });
  const restart = (): void => {
    const { language } = session.snapshot().state;
    session.forget();
    choicesSlot().clear();
    window.location.hash = "";
    setCurrent({ session: begin(language), round: round + 1 });
  };
  return <ChatApp key={round} session={session} onRestart={restart} />;
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page first={begin()} />
    </StrictMode>,
  );
}
