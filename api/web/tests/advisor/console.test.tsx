import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Console } from "../../src/advisor/Console";
import { waitedFor } from "../../src/advisor/waiting";
import type { Staff } from "../../src/wire/staff";
import { json, message } from "../fakeServer";

const ADVISOR = "/api/v1/advisor";
const staff: Staff = {
  name: "Maija",
  role: "advisor",
  teams: [],
  csrf: "merkki",
  second_factor: "none",
  totp: false,
};

class SilentEvents extends EventTarget {
  static readonly OPEN = 1;
  readyState = 1;
  onopen: unknown = null;
  onerror: unknown = null;
  close = vi.fn();
}

const waiting = (id: string, urgent: string | null) => ({
  id,
  reason: urgent ? "kiireellinen" : "pyynto",
  priority: urgent ? 2 : 0,
  urgent,
  waiting_since: new Date().toISOString(),
  municipality: "Oulu",
  summary: "52 vuotta",
});

const opened = {
  id: "m1",
  state: "advisor",
  urgent: null,
  contact: "040 000 0000",
  messages: [message(1), message(2, { from: "visitor", text: "", withheld: true })],
  facts: [],
  withheld: ["health"],
  suggestion: null,
};

let calls: { path: string; method: string; headers: Headers; body: unknown }[];
let claimStatus: number;

beforeEach(() => {
  calls = [];
  claimStatus = 204;
  vi.stubGlobal("EventSource", SilentEvents);
  vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
    const method = init.method ?? "GET";
    const body: unknown = init.body ? JSON.parse(init.body as string) : null;
    calls.push({ path, method, headers: new Headers(init.headers), body });
    if (path.endsWith("/queue")) {
      const mine = [{ id: "m1", unread: 2, last_text: "moi", urgent: null, municipality: "Pori" }];
      const later = { ...waiting("w3", null), reason: "takaisinsoitto", callback: true, municipality: null };
      return Promise.resolve(json({ waiting: [waiting("w1", "itsetuhoisuus"), waiting("w2", null), later], mine }));
    }
    if (path.endsWith("/claim")) return Promise.resolve(json(claimStatus === 204 ? null : { code: "c" }, claimStatus));
    if (path.endsWith("/messages")) return Promise.resolve(json({ seq: 3 }, 202));
    if (method === "POST") return Promise.resolve(json(null, 204));
    return Promise.resolve(json(opened));
  });
});

describe("the advisor's console", () => {
  it("tells danger by text and icon and how long each has waited", async () => {
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    expect(await screen.findByText("Kiireellinen")).toBeInTheDocument();
    expect(screen.getByText("Pyysi ihmistä")).toBeInTheDocument();
    expect(screen.getByText("Odottaa yhteydenottoa")).toBeInTheDocument();
    expect(screen.getByText("Kotikunta ei tiedossa · odottanut alle minuutin")).toBeInTheDocument();
    expect(screen.getByText("Pori")).toBeInTheDocument();
    expect(screen.getAllByText("Oulu · odottanut alle minuutin")).toHaveLength(2);
  });

  it("says calmly that somebody was faster", async () => {
    claimStatus = 409;
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click((await screen.findAllByRole("button", { name: /Ota keskustelu/ }))[0]!);
    expect(await screen.findByText("Toinen neuvoja otti jo tämän keskustelun.")).toBeInTheDocument();
    expect(calls.find(({ path }) => path === `${ADVISOR}/conversations/w1/claim`)?.headers.get("X-CSRF-Token")).toBe(
      "merkki",
    );
  });

  it("opens a conversation with what is shared, and names what is not", async () => {
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click(await screen.findByRole("button", { name: /moi/ }));
    expect(await screen.findByText("Terveystiedot: ei jaettu")).toBeInTheDocument();
    expect(screen.getByText("Tämän viestin sisältöä ei ole jaettu.")).toBeInTheDocument();
    expect(screen.getByText("Yhteystieto: 040 000 0000")).toBeInTheDocument();
  });

  it("sends an answer with an id of its own", async () => {
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click(await screen.findByRole("button", { name: /moi/ }));
    await userEvent.type(await screen.findByRole("textbox"), "Hei{Enter}");
    const post = await waitFor(() => {
      const found = calls.find(({ path }) => path === `${ADVISOR}/conversations/m1/messages`);
      if (!found) throw new Error("not sent yet");
      return found;
    });
    expect(post.body).toMatchObject({ text: "Hei", client_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
  });

  it("closes only after a confirmation", async () => {
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click(await screen.findByRole("button", { name: /moi/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Päätä keskustelu" }));
    const dialog = screen.getByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Päätä keskustelu" }));
    expect(await screen.findByText("Keskustelu on päätetty.")).toBeInTheDocument();
  });
});

it("tells waiting in minutes and hours", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  expect(waitedFor("2026-11-21T11:59:30Z", now)).toBe("odottanut alle minuutin");
  expect(waitedFor("2026-11-21T11:57:00Z", now)).toBe("odottanut 3 min");
  expect(waitedFor("2026-11-21T09:00:00Z", now)).toBe("odottanut 3 t");
});
