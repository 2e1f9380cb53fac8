/** Offers a case to a colleague or a team, with what they should know. */
import { InlineAlert, Textarea, TextInput } from "suomifi-ui-components";
import { useState } from "react";
import { fill, texts } from "../texts";
import { newId } from "../transport/ids";
import { Refused } from "../wire/http";
import type { Colleague, OfferBody, QueueApi, Team } from "../wire/queue";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { RemoteNotice } from "../ui/RemoteNotice";
import { useRemote } from "../ui/useRemote";

interface TransferProps {
  api: QueueApi;
  conversation: string;
  onOffered: () => void;
  onClose: () => void;
}

type Receiver = Pick<OfferBody, "to_staff" | "to_team">;

const PROBLEMS: Record<string, string> = {
  no_such_receiver: texts.transfer.receiver_gone,
  transfer_open: texts.transfer.already,
};

function matches(word: string, ...names: string[]): boolean {
  const wanted = word.trim().toLocaleLowerCase("fi");
  return names.some((name) => name.toLocaleLowerCase("fi").includes(wanted));
}

function presenceText({ presence, reason, load, capacity }: Colleague): string {
  const state = texts.presence.states[presence];
  const told = reason ? `${state} · ${reason}` : state;
  return `${told} · ${fill(texts.transfer.load, { load, capacity })}`;
}

interface ReceiversProps {
  people: readonly Colleague[];
  teams: readonly Team[];
  chosen: Receiver;
  onChoose: (receiver: Receiver) => void;
}

function Receivers({ people, teams, chosen, onChoose }: ReceiversProps) {
  if (people.length + teams.length === 0) return <p className="hint">{texts.transfer.none}</p>;
  return (
    <div className="receivers">
      {people.length > 0 && <p className="receivers__name">{texts.transfer.people}</p>}
      {people.map((one) => (
        <label key={one.id} className={`receiver receiver--${one.presence}`}>
          <input
            type="radio"
            name="receiver"
            checked={chosen.to_staff === one.id}
            onChange={() => onChoose({ to_staff: one.id })}
          />
          <strong>{one.name}</strong>
          <span className="hint">{presenceText(one)}</span>
          <span className="hint">{one.teams.map(({ name }) => name).join(", ")}</span>
        </label>
      ))}
      {teams.length > 0 && <p className="receivers__name">{texts.transfer.teams}</p>}
      {teams.map(({ id, name }) => (
        <label key={id} className="receiver">
          <input type="radio" name="receiver" checked={chosen.to_team === id} onChange={() => onChoose({ to_team: id })} />
          <strong>{name}</strong>
        </label>
      ))}
    </div>
  );
}

export function Transfer({ api, conversation, onOffered, onClose }: TransferProps) {
  const people = useRemote(() => api.colleagues(), conversation);
  const teams = useRemote(() => api.teams(), conversation);
  const [clientId] = useState(newId);
  const [word, setWord] = useState("");
  const [chosen, setChosen] = useState<Receiver>({});
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = (): void => {
    const missing = chosen.to_staff === undefined && chosen.to_team === undefined ? texts.transfer.choose : null;
    const incomplete = missing ?? (note.trim() ? null : texts.transfer.note_missing);
    setProblem(incomplete);
    if (incomplete) return;
    setSending(true);
    api
      .offer(conversation, { client_id: clientId, note: note.trim(), ...chosen })
      .then(onOffered, (error: unknown) =>
        setProblem((error instanceof Refused ? PROBLEMS[error.code] : undefined) ?? texts.transfer.failed),
      )
      .finally(() => setSending(false));
  };
  const footer = (
    <>
      <Button look="primary" disabled={sending} onClick={send}>
        {texts.transfer.send}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={texts.transfer.title} onClose={onClose} footer={footer}>
      <p>{texts.transfer.text}</p>
      <TextInput
        labelText={texts.transfer.search}
        fullWidth
        value={word}
        onChange={(value) => setWord(String(value ?? ""))}
      />
      <RemoteNotice remote={people} />
      {people.data && (
        <Receivers
          people={people.data.filter(({ name, teams: own }) => matches(word, name, ...own.map((team) => team.name)))}
          teams={(teams.data ?? []).filter(({ name }) => matches(word, name))}
          chosen={chosen}
          onChoose={(receiver) => {
            setChosen(receiver);
            setProblem(null);
          }}
        />
      )}
      <Textarea
        labelText={texts.transfer.note}
        hintText={texts.transfer.note_hint}
        fullWidth
        resize="vertical"
        onChange={({ target }) => setNote(target.value)}
      />
      {problem && (
        <div role="alert">
          <InlineAlert status="error">{problem}</InlineAlert>
        </div>
      )}
    </Dialog>
  );
}
