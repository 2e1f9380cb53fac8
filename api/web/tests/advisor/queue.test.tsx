import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { alertOf, countOf } from "../../src/advisor/alerts";
import { Presence } from "../../src/advisor/Presence";
import { QueuePane, type QueueActs } from "../../src/advisor/QueuePane";
import { held } from "../../src/advisor/queue/useStill";
import { Supervisor } from "../../src/advisor/Supervisor";
import { Transfer } from "../../src/advisor/Transfer";
import { QueueApi, type Colleague, type Queue, type Supervision } from "../../src/wire/queue";
import { answering, json, type Asked } from "../fakeServer";
import { mine, offered, queue, transfer, waiting } from "./samples";

let answers: Map<string, () => Response>;
let asked: Asked[];

beforeEach(() => {
  answers = new Map();
  asked = answering(({ method, path }) => answers.get(`${method} ${path}`)?.() ?? json(null, 204));
});

function acts(): QueueActs {
  return { claim: vi.fn(), select: vi.fn(), accept: vi.fn(), decline: vi.fn(), withdraw: vi.fn(), move: vi.fn(), takeCases: vi.fn() };
}

function pane(shown: Queue, doing = acts(), movable: Queue["teams"] = []) {
  const view = (now: Queue) => <QueuePane queue={now} selected={null} movable={movable} acts={doing} />;
  const { rerender } = render(view(shown));
  return { doing, arrive: (now: Queue) => rerender(view(now)) };
}

describe("the queue", () => {
  it("stands still while somebody points at it", () => {
    const first = queue({ waiting: [waiting("a", { summary: "Aa" }), waiting("b", { summary: "Bee" })] });
    const { arrive } = pane(first);
    const list = screen.getByText("Aa").closest(".queue__groups")!;
    const order = (): (string | null)[] => [...list.querySelectorAll(".waits__who")].map((item) => item.textContent);
    fireEvent.pointerEnter(list);
    arrive(queue({ waiting: [waiting("c", { summary: "Cee" }), waiting("b", { summary: "Bee" })] }));
    expect(order()).toEqual(["Aa", "Bee", "Cee"]);
    expect(screen.getByText("Ei enää jonossa")).toBeInTheDocument();
    fireEvent.pointerLeave(list);
    expect(order()).toEqual(["Cee", "Bee"]);
  });

  it("asks one who is away whether they take conversations", async () => {
    const { doing, arrive } = pane(queue({ presence: { state: "away", reason: null }, capacity: 3 }));
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Otan keskusteluja" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(doing.takeCases).toHaveBeenCalledWith(3);
    arrive(queue());
    expect(screen.queryByText(/merkitty poissa olevaksi/)).not.toBeInTheDocument();
  });

  it("keeps content fresh in the held order", () => {
    const now = held([waiting("a"), waiting("b")], [waiting("b", { summary: "uusi" }), waiting("c")]);
    expect(now.map(({ item, gone }) => [item.id, item.summary === "uusi", gone])).toEqual([
      ["a", false, true],
      ["b", true, false],
      ["c", false, false],
    ]);
  });

  it("shows one team alone when asked", async () => {
    const teams = [
      { id: "kela", name: "Kela" },
      { id: "yhteinen", name: "Yhteinen jono" },
    ];
    pane(queue({ teams, waiting: [waiting("a", { summary: "Aa" }), waiting("b", { team: "kela", summary: "Bee" })] }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Näytä tiimi" }), "kela");
    expect(screen.queryByText("Aa")).not.toBeInTheDocument();
    expect(screen.getByText("Bee")).toBeInTheDocument();
  });

  it("names a person who knows the advisor, and lets a supervisor move a case", async () => {
    const { doing } = pane(queue({ waiting: [waiting("a", { for_me: true })] }), acts(), [{ id: "kela", name: "Kela" }]);
    expect(screen.getByText("Sinulle tuttu asiakas")).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: /Siirrä toiseen tiimiin/ }), "kela");
    expect(doing.move).toHaveBeenCalledWith("a", "kela");
  });

  it("takes an offer, or says no with a reason", async () => {
    const { doing } = pane(queue({ offers: [offered()] }));
    expect(screen.getByText("Pekka tarjoaa keskustelua")).toBeInTheDocument();
    expect(screen.getByText("Kysyi velkaneuvontaa.")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Ota vastaan" }));
    expect(doing.accept).toHaveBeenCalledWith(7);
    await userEvent.click(screen.getByRole("button", { name: "En voi ottaa" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Kerro halutessasi miksi" }), "Lähden kohta{Enter}");
    expect(doing.decline).toHaveBeenCalledWith(7, "Lähden kohta");
  });

  it("tells what became of one's own offer", async () => {
    const given = transfer({ to: "Sari" });
    const declined = transfer({ to: "Olli", state: "declined", answer: "Olen lomalla." });
    const { doing } = pane(queue({ mine: [mine("a", { transfer: given }), mine("b", { transfer: declined })] }));
    expect(screen.getByText("Olli ei voinut ottaa: Olen lomalla.")).toBeInTheDocument();
    await userEvent.click(within(screen.getByText("Tarjottu: Sari").closest("p")!).getByRole("button"));
    expect(doing.withdraw).toHaveBeenCalledWith(7);
  });
});

describe("alerts", () => {
  const calm = queue({ mine: [mine("m", { unread: 1 })], waiting: [waiting("a")] });

  it("count what awaits the advisor", () => {
    const later = waiting("b", { callback: true });
    expect(countOf(queue({ ...calm, waiting: [waiting("a"), later], offers: [offered()] }))).toBe(3);
  });

  it.each([
    ["nothing at first", null, calm, null],
    ["nothing new", calm, calm, null],
    ["danger, also in somebody known", calm, queue({ ...calm, waiting: [waiting("a", { priority: 3 })] }), "urgent"],
    ["an offer", calm, queue({ ...calm, offers: [offered()] }), "offer"],
    ["somebody new", calm, queue({ ...calm, waiting: [waiting("a"), waiting("b")] }), "waiting"],
    ["a message", calm, queue({ ...calm, mine: [mine("m", { unread: 2 })] }), "message"],
    [
      "nobody new while one is away",
      calm,
      queue({ ...calm, presence: { state: "away", reason: null }, waiting: [waiting("a"), waiting("b")] }),
      null,
    ],
  ])("%s", (_, before, after, expected) => {
    expect(alertOf(before, after)).toBe(expected);
  });
});

describe("presence", () => {
  it("tells state and load, and changes them", async () => {
    const save = vi.fn(() => Promise.resolve());
    const shown = queue({ presence: { state: "busy", reason: "Palaveri" }, mine: [mine("m")] });
    const preferences = { sound: true, notify: false };
    render(<Presence queue={shown} save={save} preferences={preferences} onPreferences={vi.fn()} />);
    await userEvent.click(screen.getByRole("button", { name: /Läsnäolo: Varattu .*1\/4 keskustelua/ }));
    await userEvent.click(screen.getByRole("button", { name: "Yksi enemmän" }));
    expect(save).toHaveBeenLastCalledWith({ state: "busy", reason: "Palaveri", capacity: 5 });
    await userEvent.click(screen.getByRole("radio", { name: /Paikalla/ }));
    expect(save).toHaveBeenLastCalledWith({ state: "available", reason: "", capacity: 4 });
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: /Läsnäolo/ })).toHaveAttribute("aria-expanded", "false");
  });
});

describe("transfer and supervision", () => {
  const sari: Colleague = {
    id: 3,
    name: "Sari",
    teams: [{ id: "kela", name: "Kela" }],
    presence: "available",
    reason: null,
    load: 1,
    capacity: 4,
  };

  it("offers a case only with a receiver and a note", async () => {
    answers.set("GET /api/v1/advisor/colleagues", () => json([sari]));
    answers.set("GET /api/v1/advisor/teams", () => json([{ id: "kela", name: "Kela" }]));
    answers.set("POST /api/v1/advisor/conversations/c1/transfer", () => json(transfer(), 201));
    const onOffered = vi.fn();
    render(<Transfer api={new QueueApi("csrf")} conversation="c1" onOffered={onOffered} onClose={vi.fn()} />);
    const send = screen.getByRole("button", { name: "Tarjoa keskustelua" });
    await userEvent.click(send);
    expect(screen.getByRole("alert")).toHaveTextContent("Valitse ensin");
    await userEvent.click(await screen.findByRole("radio", { name: /Sari/ }));
    await userEvent.click(send);
    expect(screen.getByRole("alert")).toHaveTextContent("Kirjoita lyhyesti");
    await userEvent.type(screen.getByRole("textbox", { name: /hyvä tietää/ }), "Velat");
    await userEvent.click(send);
    await waitFor(() => expect(onOffered).toHaveBeenCalled());
    const sent = asked.find(({ method }) => method === "POST");
    expect(sent?.body).toMatchObject({ to_staff: 3, note: "Velat", client_id: expect.any(String) as string });
  });

  it("shows queues and people, and gives a case back", async () => {
    const now: Supervision = {
      teams: [{ id: "kela", name: "Kela", waiting: 2, urgent: 1, callbacks: 0, longest_since: null }],
      advisors: [{ ...sari, cases: [{ id: "c9", team: "kela", updated: new Date().toISOString() }] }],
      today: [{ reason: "pyynto", label: "Pyysi ihmistä", count: 12 }],
    };
    answers.set("GET /api/v1/advisor/supervision", () => json(now));
    render(<Supervisor api={new QueueApi("csrf")} round={0} onClose={vi.fn()} />);
    expect(await screen.findByRole("row", { name: "Kela 2 1 Ei odottajia 0" })).toBeInTheDocument();
    expect(screen.getByRole("row", { name: "Pyysi ihmistä 12" })).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Palauta jonoon neuvojan Sari keskustelu 1" }));
    expect(await screen.findByText("Keskustelu palautettiin jonoon.")).toBeInTheDocument();
    expect(asked.some(({ path }) => path === "/api/v1/advisor/conversations/c9/release")).toBe(true);
  });
});
