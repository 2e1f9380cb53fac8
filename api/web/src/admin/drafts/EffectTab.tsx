/** Whom a draft touches: example people by name, stored conversations as counts. */
import { useId, useState } from "react";
import { fill } from "../../texts";
import { RemoteNotice } from "../../ui/RemoteNotice";
import { useRemote } from "../../ui/useRemote";
import type { CasesEffect, Draft, DraftsApi, Effect, Named } from "../wire/drafting";
import { Refused } from "../../wire/http";
import { draftLink } from "./links";
import { said, today } from "./said";

const IMPOSSIBLE = "cannot_be_evaluated";

/** A call that a draft with broken rules cannot answer. */
function unlessBroken<T>(answer: Promise<T>): Promise<T | typeof IMPOSSIBLE> {
  return answer.catch((error: unknown) => {
    if (error instanceof Refused && error.code === IMPOSSIBLE) return IMPOSSIBLE;
    throw error;
  });
}

function Names({ items }: { items: Named[] }) {
  if (items.length === 0) return <span className="hint">{said.effect.nothing}</span>;
  return (
    <ul>
      {items.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}

function Expectations({ effect }: { effect: Effect }) {
  const person = new Map(effect.people.map(({ id, name }) => [id, name]));
  const services = effect.people.flatMap(({ gained, lost }) => [...gained, ...lost]);
  const service = new Map(services.map(({ id, name }) => [id, name]));
  return (
    <section className="panel panel--warning">
      <h4>{said.effect.expectations}</h4>
      <ul className="problems">
        {effect.expectations.map((one) => (
          <li key={`${one.person}/${one.service}`}>
            <p>{fill(said.effect[one.kind], { person: person.get(one.person), service: service.get(one.service) })}</p>
            {one.reason_fi && <p className="hint">{one.reason_fi}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Example people who gain or lose something. */
export function People({ effect }: { effect: Effect }) {
  const { people, looked_at: all } = effect;
  if (people.length === 0) return <p>{fill(said.effect.people_none, { n: all })}</p>;
  return (
    <>
      <p>{fill(said.effect.people_some, { n: people.length, all })}</p>
      {effect.expectations.length > 0 && <Expectations effect={effect} />}
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{said.effect.person}</th>
            <th scope="col">{said.effect.lost}</th>
            <th scope="col">{said.effect.gained}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, gained, lost }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <Names items={lost} />
              </td>
              <td>
                <Names items={gained} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Cases({ cases }: { cases: CasesEffect }) {
  if (cases.looked_at === 0) return <p>{said.effect.cases_no}</p>;
  const count = (n: number | null): string => (n === null ? said.effect.few : String(n));
  return (
    <>
      <p>{fill(said.effect.cases_some, { all: count(cases.looked_at), n: count(cases.changed) })}</p>
      <p className="hint">{said.effect.cases_hint}</p>
      {cases.services.length === 0 ? (
        <p>{said.effect.cases_none}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{said.effect.service}</th>
              <th scope="col">{said.effect.cases_lost}</th>
              <th scope="col">{said.effect.cases_gained}</th>
            </tr>
          </thead>
          <tbody>
            {cases.services.map(({ id, name, gained, lost }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{count(lost)}</td>
                <td>{count(gained)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

export function EffectTab({ api, draft }: { api: DraftsApi; draft: Draft }) {
  const id = useId();
  const [on, setOn] = useState(today);
  const key = `${draft.id}:${draft.revision}`;
  const people = useRemote(() => unlessBroken(api.effect(draft.id, on)), `${key}:${on}`);
  const cases = useRemote(() => unlessBroken(api.cases(draft.id)), key);
  const broken = people.data === IMPOSSIBLE || cases.data === IMPOSSIBLE;
  return (
    <>
      <h2>{said.effect.title}</h2>
      {broken ? (
        <p>
          {said.effect.impossible} <a href={draftLink(draft.id, "ongelmat")}>{said.effect.to_problems}</a>
        </p>
      ) : (
        <>
          <section className="stack__part">
            <h3>{said.effect.people}</h3>
            <div className="labelled labelled--row">
              <label htmlFor={id}>{said.effect.on}</label>
              <input
                id={id}
                type="date"
                className="field field--day"
                value={on}
                onChange={(event) => event.target.value && setOn(event.target.value)}
              />
            </div>
            <RemoteNotice remote={people} />
            {people.data && people.data !== IMPOSSIBLE && <People effect={people.data} />}
          </section>
          <section className="stack__part">
            <h3>{fill(said.effect.cases, { days: cases.data && cases.data !== IMPOSSIBLE ? cases.data.days : 90 })}</h3>
            <RemoteNotice remote={cases} />
            {cases.data && cases.data !== IMPOSSIBLE && <Cases cases={cases.data} />}
          </section>
        </>
      )}
    </>
  );
}
