import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CloseDialog } from "../../src/advisor/case/CloseDialog";
import { FollowUps } from "../../src/advisor/case/FollowUps";
import { ReplyBox } from "../../src/advisor/case/ReplyBox";
import { SidePane } from "../../src/advisor/SidePane";
import { AdvisorApi } from "../../src/wire/advisor";
import { CaseApi, type CaseView } from "../../src/wire/case";
import type { Fact, Suggestion } from "../../src/wire/suggestion";
import { answering, json, type Asked } from "../fakeServer";
import { service, suggestion } from "../result/samples";
import { emptyPlan } from "./samples";

const ROOT = "/api/v1/advisor";
const age: Fact = {
  fact: "ika",
  label: "Ikä",
  group: "perustiedot",
  sensitivity: "basic",
  status: "known",
  value: 24,
  value_label: "24 vuotta",
  words: "oon 24",
  source_seq: 2,
  options: [],
  control: "number",
  min: 13,
  max: 100,
};
const opened = (extra: Partial<CaseView> = {}): CaseView => ({
  id: "k1",
  state: "advisor",
  urgent: null,
  contact: null,
  messages: [],
  facts: [age],
  withheld: ["health"],
  suggestion: suggestion(),
  needs: [{ id: "velat", label: "Velat", description: "", urgency: "tarkea" }],
  open_questions: { ask: [{ fact: "velkaongelma", label: "Velat huolettavat", services: ["Velkaneuvonta"] }], weigh: [] },
  choices: [{ service: "tarkastus", choice: "reject", reason: "Olen jo kokeillut" }],
  changed: [],
  plan: emptyPlan(1),
  notes: [{ id: 1, by: "Pekka", text: "soita iltapäivällä", at: "2026-11-21T10:00:00Z" }],
  earlier: [{ at: "2026-10-01T10:00:00Z", outcome: { id: "neuvottu", label: "Sai neuvon" }, agreed: "Palataan." }],
  ...extra,
});

let asked: Asked[];
let answers: Map<string, () => Response>;

beforeEach(() => {
  answers = new Map();
  asked = answering(({ method, path }) => answers.get(`${method} ${path}`)?.() ?? json({}));
});

const cases = new CaseApi("csrf");

function side(view = opened()) {
  const onChanged = vi.fn();
  const show = (now: CaseView) => (
    <SidePane api={new AdvisorApi("csrf")} cases={cases} opened={now} onChanged={onChanged} />
  );
  const { rerender } = render(show(view));
  return { onChanged, arrive: (now: CaseView) => rerender(show(now)) };
}

const openTab = (name: string): Promise<void> => userEvent.click(screen.getByRole("tab", { name: new RegExp(`^${name}`) }));

describe("the side of a case", () => {
  it("puts a fact right at the server and names what is withheld", async () => {
    const { onChanged } = side();
    expect(screen.getByText("Terveystiedot: ei jaettu")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Muuta: Ikä" }));
    const box = within(screen.getByText("Ikä").closest("li")!).getByRole("textbox");
    await userEvent.clear(box);
    await userEvent.type(box, "42");
    await userEvent.click(screen.getByRole("button", { name: "Tallenna" }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(asked).toMatchObject([{ method: "PUT", path: `${ROOT}/conversations/k1/facts/ika`, body: { value: 42 } }]);
  });

  it("shows a new set as a difference until it is read", async () => {
    const { arrive } = side();
    expect(screen.queryByText("Ehdotus päivittyi")).not.toBeInTheDocument();
    const now: Suggestion = suggestion({ suggested: [service({}), service({ service: "ura", name: "Uraohjaus" })] });
    arrive(opened({ suggestion: now }));
    const note = screen.getByRole("status", { name: "Ehdotus päivittyi" });
    expect(within(note).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Lisätty: Uraohjaus",
      "Poistunut: Velkaneuvonta",
      "Poistunut: Palkkatuki",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Piilota muutokset" }));
    expect(screen.queryByText("Ehdotus päivittyi")).not.toBeInTheDocument();
  });

  it("sends an open question with one click, once", async () => {
    side();
    await userEvent.click(screen.getByRole("button", { name: "Kysy chatissa: Velat huolettavat" }));
    expect(await screen.findByText("Kysytty")).toBeInTheDocument();
    expect(asked[0]).toMatchObject({ path: `${ROOT}/conversations/k1/send`, body: { kind: "question", fact: "velkaongelma" } });
  });

  it("tells what was agreed earlier", () => {
    side();
    expect(screen.getByText("Sovittiin: Palataan.")).toBeInTheDocument();
  });

  it("shows the person's word on a service, sends it and puts it on the card", async () => {
    answers.set(`PUT ${ROOT}/conversations/k1/plan`, () => json({ ...opened().plan, version: 2 }));
    side();
    await openTab("Ehdotus");
    expect(screen.getByText("Asiakas ei halua")).toHaveTextContent("Olen jo kokeillut");
    await userEvent.click(screen.getByRole("button", { name: "Lähetä chattiin: Palkkatuki" }));
    expect(asked[0]?.body).toMatchObject({ kind: "service", service: "tuki" });
    await userEvent.click(screen.getByRole("button", { name: "Lisää kortille: Palkkatuki" }));
    expect(await screen.findByRole("button", { name: "Poista kortilta: Palkkatuki" })).toBeInTheDocument();
    expect(asked.at(-1)?.body).toMatchObject({ version: 1, content: { services: [{ id: "tuki", order: 1 }] } });
  });

  it("keeps a note under an id of its own until it is stored", async () => {
    side();
    await openTab("Muistiinpanot");
    expect(screen.getByText("soita iltapäivällä")).toBeInTheDocument();
    answers.set(`POST ${ROOT}/conversations/k1/notes`, () => json({ code: "database_away" }, 503));
    await userEvent.type(screen.getByLabelText("Uusi muistiinpano"), "kysy asunnosta");
    await userEvent.click(screen.getByRole("button", { name: "Tallenna" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("ei saatu tallennettua");
    answers.clear();
    await userEvent.click(screen.getByRole("button", { name: "Tallenna" }));
    await waitFor(() => expect(screen.getByLabelText("Uusi muistiinpano")).toHaveValue(""));
    expect(new Set(asked.map(({ body }) => body.client_id)).size).toBe(1);
  });

  it("moves between its tabs by arrow keys", async () => {
    side();
    screen.getByRole("tab", { name: "Tiedot" }).focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(screen.getByRole("tab", { name: "Kortti" })).toHaveFocus();
    expect(screen.getByRole("tab", { name: "Kortti" })).toHaveAttribute("aria-selected", "true");
  });
});

describe("the box to answer in", () => {
  const replies = [
    { id: "hei", shortcut: "hei", label: "Tervehdys", text: "Hei, olen {neuvoja}." },
    { id: "soitto", shortcut: "soitto", label: "Sovi yhteydenotosta", text: "Hei {nimi}." },
  ];
  const box = (): HTMLElement => screen.getByRole("textbox", { name: "Kirjoita vastaus" });
  const show = () => {
    const onSend = vi.fn();
    const known = { neuvoja: "Aino", kunta: null, nimi: null };
    render(<ReplyBox replies={replies} fields={["nimi", "kunta", "neuvoja"]} known={known} onSend={onSend} onTyping={vi.fn()} />);
    return onSend;
  };

  it("finds a ready reply by its shortcut and fills in what is known", async () => {
    const onSend = show();
    await userEvent.type(box(), "/he{Enter}");
    expect(box()).toHaveValue("Hei, olen Aino.");
    await userEvent.type(box(), "{Enter}");
    expect(onSend).toHaveBeenCalledWith("Hei, olen Aino.");
  });

  it("does not send a blank that is left", async () => {
    const onSend = show();
    await userEvent.type(box(), "/soitto{Enter}{Enter}");
    expect(onSend).not.toHaveBeenCalled();
    expect(screen.getByRole("alert")).toHaveTextContent("Täydennä ensin kohta {nimi}.");
  });
});

describe("closing", () => {
  it("needs an outcome, and sends what was agreed and who goes on", async () => {
    answers.set(`GET ${ROOT}/outcomes`, () => json({ items: [{ id: "neuvottu", label: "Sai neuvon" }] }));
    const onClosed = vi.fn();
    render(<CloseDialog api={cases} conversation="k1" nextCheckIn="2026-12-15" onClosed={onClosed} onClose={vi.fn()} />);
    await screen.findByRole("radio", { name: "Sai neuvon" });
    await userEvent.click(screen.getByRole("button", { name: "Päätä keskustelu" }));
    expect(screen.getByText("Valitse, miten keskustelu päättyi.")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "Sai neuvon" }));
    await userEvent.type(screen.getByLabelText("Mitä sovittiin"), "Soitat.");
    await userEvent.click(screen.getByRole("radio", { name: /Automaatti jatkaa/ }));
    await userEvent.click(screen.getByRole("button", { name: "Päätä keskustelu" }));
    await waitFor(() => expect(onClosed).toHaveBeenCalled());
    expect(asked.at(-1)?.body).toMatchObject({
      outcome: "neuvottu",
      agreed: "Soitat.",
      follow_up_on: "2026-12-15",
      to: "assistant",
    });
  });
});

describe("the to-do list", () => {
  it("ticks off and takes up what was promised", async () => {
    const item = {
      id: 7,
      conversation: "k9",
      kind: "callback",
      due: "2026-01-05T07:00:00Z",
      overdue: true,
      text: "soita",
      mine: true,
      team: null,
      municipality: "Lahti",
      contact: "040 1",
      with_me: false,
    };
    answers.set(`GET ${ROOT}/follow-ups`, () => json({ items: [item] }));
    answers.set(`POST ${ROOT}/follow-ups/7/take`, () => json({ conversation: "k9" }));
    const onOpen = vi.fn();
    render(<FollowUps api={cases} round={0} onOpen={onOpen} />);
    expect(await screen.findByText(/Myöhässä/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("checkbox", { name: "Merkitse tehdyksi: soita" }));
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain(`${ROOT}/follow-ups/7/done`));
    await userEvent.click(screen.getByRole("button", { name: "Avaa keskustelu" }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledWith("k9"));
  });
});
