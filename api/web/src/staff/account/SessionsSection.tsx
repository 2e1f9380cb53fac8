/** Where one is logged in, and a way to end what is not needed. */
import { useState } from "react";
import { fill, texts } from "../../texts";
import { Button } from "../../ui/Button";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import type { AccountApi, OpenSession } from "../../wire/staff";
import { moment } from "./moment";

const said = texts.advisor.account.sessions;

export function SessionsSection({ api }: { api: AccountApi }) {
  const [round, setRound] = useState(0);
  const sessions = useRemote(() => api.sessions(), round);
  const end = (session: OpenSession): void => {
    void api.endSession(session.id).finally(() => setRound((count) => count + 1));
  };
  return (
    <section className="account__section">
      <h3>{said.title}</h3>
      <RemoteNotice remote={sessions} />
      <ul className="account__sessions">
        {sessions.data?.map((session) => (
          <li key={session.id}>
            <span>{fill(said.line, { created: moment(session.created), seen: moment(session.seen) })}</span>
            {session.current ? (
              <strong>{said.current}</strong>
            ) : (
              <Button aria-label={fill(said.end_label, { created: moment(session.created) })} onClick={() => end(session)}>
                {said.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
