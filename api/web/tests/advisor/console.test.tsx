import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Console } from "../../src/advisor/Console";
import { waitedFor } from "../../src/advisor/waiting";
import type { Queue } from "../../src/wire/queue";
import type { Staff } from "../../src/wire/staff";
import { answering, json, message, type Asked } from "../fakeServer";
import { emptyPlan, mine, queue, waiting } from "./samples";

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

const opened = {
  id: "m1",
  state: "advisor",
  urgent: null,
  contact: "040 000 0000",
  messages: [message(1), message(2, { from: "visitor", text: "", withheld: true })],
  facts: [],
  withheld: ["health"],
  suggestion: null,
  share: { basic: true, sensitive: true, health: false },
  needs: [],
  open_questions: { ask: [], weigh: [] },
  choices: [],
  changed: [],
  notes: [],
  earlier: [],
  plan: emptyPlan(0),
};

let calls: Asked[];
let refusal: string | null;
let shown: Queue;
const now = queue({
  waiting: [
    waiting("w1", { priority: 3, urgent: "itsetuhoisuus", reason_label: "Vaara", missing_consent: ["health"] }),
    waiting("w2"),
    waiting("w3", { callback: true, reason_label: "Pyysi yhteydenottoa", summary: "", municipality: null }),
  ],
  mine: [mine("m1", { unread: 2, waiting_since: new Date().toISOString() })],
});

beforeEach(() => {
  refusal = null;
  shown = now;
  vi.stubGlobal("EventSource", SilentEvents);
  calls = answering(({ method, path, body }) => {
    if (path.endsWith("/queue")) return json(shown);
    if (path.endsWith("/claim")) return refusal !== null && !body.anyway ? json({ code: refusal }, 409) : json(null, 204);
    if (path.endsWith("/outcomes")) return json({ items: [{ id: "neuvottu", label: "Sai neuvon" }] });
    if (path.endsWith("/messages")) return json({ seq: 3 }, 202);
    return method === "POST" ? json(null, 204) : json(opened);
  });
});

describe("the advisor's console", () => {
  it("tells danger by text and icon and how long each has waited", async () => {
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    const danger = (await screen.findByText("Vaara", { selector: ".waits__reason" })).closest("li");
    expect(within(danger!).getByText("Ei jaettu: terveys")).toBeInTheDocument();
    expect(within(danger!).getByText("odottanut alle 1 min")).toBeInTheDocument();
    expect(screen.getByText("Pyysi ihmistä")).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: /Odottaa yhteydenottoa/ })).toBeInTheDocument();
    expect(screen.getByText("24 vuotta, Pori")).toBeInTheDocument();
    expect(document.title).toBe("(3) Neuvojan työpöytä");
  });

  it("opens by one key whose answer has been waited for longest", async () => {
    const later = mine("m2", { unread: 1, waiting_since: "2026-11-21T10:05:00Z" });
    const seen = mine("m1", { waiting_since: "2026-11-21T10:00:00Z" });
    shown = queue({ mine: [later, seen, mine("m3", { summary: "61 vuotta" })] });
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await screen.findByText("61 vuotta");
    await userEvent.keyboard("{Alt>}l{/Alt}");
    await waitFor(() => expect(calls.map(({ path }) => path)).toContain(`${ADVISOR}/conversations/m1`));
  });

  it("says that one takes conversations, as many at once as before", async () => {
    shown = queue({ presence: { state: "away", reason: "Lounas" }, capacity: 3 });
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click(await screen.findByRole("button", { name: "Otan keskusteluja" }));
    expect(calls.find(({ path }) => path === `${ADVISOR}/presence`)?.body).toEqual({
      state: "available",
      reason: "",
      capacity: 3,
    });
  });

  it("says calmly that somebody was faster", async () => {
    refusal = "already_claimed";
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click((await screen.findAllByRole("button", { name: /Ota keskustelu/ }))[0]!);
    expect(await screen.findByText("Toinen neuvoja otti jo tämän keskustelun.")).toBeInTheDocument();
    expect(calls.find(({ path }) => path === `${ADVISOR}/conversations/w1/claim`)?.headers.get("X-CSRF-Token")).toBe(
      "merkki",
    );
  });

  it("asks once more before more than one wanted to have", async () => {
    refusal = "over_capacity";
    render(<Console staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click((await screen.findAllByRole("button", { name: /Ota keskustelu/ }))[1]!);
    await userEvent.click(await screen.findByRole("button", { name: "Ota silti" }));
    const claims = calls.filter(({ path }) => path === `${ADVISOR}/conversations/w2/claim`);
    expect(claims.map(({ body }) => body)).toEqual([{ anyway: false }, { anyway: true }]);
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
    await userEvent.click(await within(dialog).findByRole("radio", { name: "Sai neuvon" }));
    await userEvent.click(within(dialog).getByRole("button", { name: "Päätä keskustelu" }));
    expect(await screen.findByText("Keskustelu on päätetty.")).toBeInTheDocument();
  });
});

it("tells waiting in minutes, hours and days", () => {
  const then = Date.parse("2026-11-21T12:00:00Z");
  expect(waitedFor("2026-11-21T11:59:30Z", then)).toBe("odottanut alle 1 min");
  expect(waitedFor("2026-11-21T11:57:00Z", then)).toBe("odottanut 3 min");
  expect(waitedFor("2026-11-21T09:00:00Z", then)).toBe("odottanut 3 t");
  expect(waitedFor("2026-11-17T12:00:00Z", then)).toBe("odottanut 4 pv");
});
