import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { estimateText, WaitingPanel } from "../../src/handoff/WaitingPanel";
import type { ConversationState } from "../../src/wire/messages";
import { VisitorApi } from "../../src/wire/visitor";
import type { WaitingView } from "../../src/wire/waiting";
import { answering, json, type Asked } from "../fakeServer";

const ROOT = "/api/v1/conversations/c1";
const view: WaitingView = {
  state: "waiting",
  position: 2,
  estimate_min: 10,
  callback: false,
  share: { basic: true, sensitive: true, health: false },
  contact: null,
  preview: {
    basic: [{ fact: "ika", label: "Ikä", value_label: "44 vuotta" }],
    sensitive: [{ fact: "velkaongelma", label: "Velkoja", value_label: "kyllä" }],
    health: [],
  },
  open: true,
  hours: "arkisin klo 9–16",
};

let now: WaitingView;
let asked: Asked[];

beforeEach(() => {
  now = view;
  asked = answering(({ method }) => (method === "GET" ? json(now) : json(null, 204)));
});

function panel(state: Partial<ConversationState> = {}): void {
  const api = new VisitorApi({ id: "c1", token: "t" });
  render(<WaitingPanel api={api} state={{ state: "waiting", position: 2, advisor: null, ...state }} />);
}

const sent = (method: string, path: string): unknown =>
  asked.find((one) => one.method === method && one.path === `${ROOT}${path}`)?.body;

describe("the wait", () => {
  it("tells the place and an estimate", async () => {
    panel();
    expect(await screen.findByText("Arvio: noin 10 min")).toBeInTheDocument();
    expect(screen.getByText("Paikkasi jonossa: 2")).toBeInTheDocument();
  });

  it("says plainly that nobody can tell", () => {
    expect(estimateText(null)).toBe("Odotusaikaa ei voi nyt arvioida.");
    expect(estimateText(200)).toBe("Arvio: yli 3 tuntia");
  });

  it("is not there while the assistant answers", () => {
    panel({ state: "bot", position: null });
    expect(screen.queryByRole("region")).not.toBeInTheDocument();
  });

  it("lets what is shared be withdrawn, also while an advisor talks", async () => {
    panel({ state: "advisor", position: null, advisor: "Aino" });
    await userEvent.click(screen.getByRole("button", { name: "Mitä neuvoja näkee" }));
    await userEvent.click(await screen.findByRole("checkbox", { name: /Arkaluonteiset/ }));
    await userEvent.click(screen.getByRole("button", { name: "Tallenna" }));
    await waitFor(() =>
      expect(sent("PUT", "/handoff/share")).toEqual({ share: { basic: true, sensitive: false, health: false } }),
    );
  });

  it("says that a human reads all that is written, as long as one is there", () => {
    panel({ state: "advisor", position: null, advisor: "Aino" });
    const beside = screen.getByRole("region", { name: "Mitä neuvoja näkee" });
    expect(within(beside).getByText(/Neuvoja näkee kaiken, mitä kirjoitat nyt/)).toBeInTheDocument();
  });

  it("shows what each kind holds, and takes a single fact back", async () => {
    panel();
    await userEvent.click(screen.getByRole("button", { name: "Mitä neuvoja näkee" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("44 vuotta")).toBeInTheDocument();
    expect(within(dialog).getByText("Tässä ei ole vielä mitään jaettavaa.")).toBeInTheDocument();
    await userEvent.click(within(dialog).getByLabelText("Poista tieto: Velkoja"));
    expect(asked.some(({ method, path }) => method === "DELETE" && path === `${ROOT}/facts/velkaongelma`)).toBe(true);
  });

  it("asks for a call-back without any phone", async () => {
    panel();
    await userEvent.click(screen.getByRole("button", { name: "En jaksa odottaa" }));
    await userEvent.type(screen.getByRole("textbox"), "aino@esimerkki.fi");
    await userEvent.click(screen.getByRole("checkbox", { name: /En käytä puhelinta/ }));
    await userEvent.click(screen.getByRole("button", { name: "Pyydä yhteydenottoa" }));
    await waitFor(() =>
      expect(sent("POST", "/handoff/callback")).toEqual({ contact: "aino@esimerkki.fi", phone_ok: false }),
    );
  });

  it("leaves the queue after a question", async () => {
    panel();
    await userEvent.click(screen.getByRole("button", { name: "Poistu jonosta" }));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Poistu jonosta" }));
    await waitFor(() => expect(asked.some(({ method }) => method === "DELETE")).toBe(true));
  });

  it("keeps a promised call-back in view and lets it be cancelled", async () => {
    now = { ...view, state: "bot", position: null, callback: true, contact: "040 123" };
    panel({ state: "bot", position: null, callback: true });
    expect(await screen.findByText(/Yhteys: 040 123/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Peru pyyntö" })).toBeInTheDocument();
  });
});
