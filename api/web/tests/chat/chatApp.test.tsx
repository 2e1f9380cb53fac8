import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ChatApp } from "../../src/chat/ChatApp";
import { Session } from "../../src/transport/session";
import { FakeServer, json, ROOT } from "../fakeServer";
import { suggestion } from "../result/samples";

let session: Session;
afterEach(() => session.end());

async function open() {
  const server = new FakeServer();
  const onRestart = vi.fn();
  session = new Session(localStorage);
  void session.start();
  render(<ChatApp session={session} onRestart={onRestart} />);
  await screen.findByText("Hei. Olen automaatti.");
  await waitFor(() => expect(server.streams).toHaveLength(1));
  return { server, onRestart };
}

const input = (): HTMLElement => screen.getByRole("textbox", { name: "Kirjoita viesti" });

describe("the visitor's page", () => {
  it("always says who answers and offers a human", async () => {
    const { server } = await open();
    expect(screen.getByText("Keskustelet automaatin kanssa")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Puhu ihmiselle" })).toBeInTheDocument();
    server.event("state", { state: "advisor", position: null, advisor: "Maija" });
    expect(await screen.findByText("Keskustelet ihmisen kanssa: Maija")).toBeInTheDocument();
  });

  it("turns selkokieli on and off, and follows what the server says", async () => {
    const { server } = await open();
    server.routes.set(`PUT ${ROOT}/c1/language`, () => json(null, 204));
    const toggle = screen.getByRole("button", { name: "Selkokieli", pressed: false });
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).toHaveAttribute("aria-pressed", "true"));
    expect(server.calls.filter((one) => one.startsWith("PUT"))).toEqual([`PUT ${ROOT}/c1/language`]);
    server.event("state", { state: "bot", position: null, advisor: null });
    await waitFor(() => expect(toggle).toHaveAttribute("aria-pressed", "false"));
  });

  it("says that the language could not be changed, and keeps the old one", async () => {
    const { server } = await open();
    server.routes.set(`PUT ${ROOT}/c1/language`, () => json({ code: "too_many_requests" }, 429));
    await userEvent.click(screen.getByRole("button", { name: "Selkokieli" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Kieltä ei saatu vaihdettua");
    expect(screen.getByRole("button", { name: "Selkokieli" })).toHaveAttribute("aria-pressed", "false");
  });

  it("fetches the facts again in the other language", async () => {
    const { server } = await open();
    server.routes.set(`PUT ${ROOT}/c1/language`, () => json(null, 204));
    const fetched = (): number => server.calls.filter((one) => one === `GET ${ROOT}/c1/facts`).length;
    const before = fetched();
    await userEvent.click(screen.getByRole("button", { name: "Selkokieli" }));
    await waitFor(() => expect(fetched()).toBeGreaterThan(before));
  });

  it("sends with Enter, keeps the focus, and shows the message once", async () => {
    const { server } = await open();
    await userEvent.type(input(), "oon 52{Enter}");
    expect(input()).toHaveFocus();
    expect(input()).toHaveValue("");
    await waitFor(() => expect(server.posts).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText("Lähetetään")).toBeNull());
    expect(screen.getAllByText("oon 52")).toHaveLength(1);
  });

  it("announces new messages in a polite log, but not the history", async () => {
    const { server } = await open();
    const log = screen.getByRole("log");
    await waitFor(() => expect(log).toHaveAttribute("aria-live", "polite"));
    server.say({ text: "Uusi viesti" });
    expect(await within(log).findByText("Uusi viesti")).toBeInTheDocument();
  });

  it("says in one line that the connection is gone", async () => {
    const { server } = await open();
    server.cut();
    expect(await screen.findByText(/Yhteys on poikki/)).toBeInTheDocument();
  });

  it("offers to send a refused message again", async () => {
    const { server } = await open();
    server.routes.set(`POST ${ROOT}/c1/messages`, () => json({ code: "text_too_long" }, 422));
    await userEvent.type(input(), "liian pitkä{Enter}");
    const again = await screen.findByRole("button", { name: "Lähetä uudelleen" });
    server.routes.clear();
    await userEvent.click(again);
    await waitFor(() => expect(server.posts).toHaveLength(1));
  });

  it("erases only after a confirmation", async () => {
    const { server, onRestart } = await open();
    server.routes.set(`DELETE ${ROOT}/c1`, () => json(null, 204));
    await userEvent.click(screen.getByRole("button", { name: "Valikko" }));
    await userEvent.click(screen.getByRole("menuitem", { name: "Poista keskustelu" }));
    expect(server.calls).not.toContain(`DELETE ${ROOT}/c1`);
    await userEvent.click(screen.getByRole("button", { name: "Poista keskustelu" }));
    await waitFor(() => expect(onRestart).toHaveBeenCalledOnce());
    expect(server.calls).toContain(`DELETE ${ROOT}/c1`);
  });

  it("shares only the basics with a human unless told otherwise", async () => {
    const { server } = await open();
    const bodies: unknown[] = [];
    const fetching = globalThis.fetch;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
      if (!path.endsWith("/handoff") || init.method !== "POST") return fetching(path, init);
      bodies.push(JSON.parse(init.body as string));
      return Promise.resolve(json({ state: "waiting", position: 3 }, 202));
    });
    await userEvent.click(screen.getByRole("button", { name: "Puhu ihmiselle" }));
    await userEvent.click(screen.getByRole("checkbox", { name: /Terveystiedot/ }));
    await userEvent.click(screen.getByRole("button", { name: "Pyydä ihmistä mukaan" }));
    expect(await screen.findByText(/Paikkasi jonossa: 3/)).toBeInTheDocument();
    expect(bodies).toEqual([{ share: { basic: true, sensitive: false, health: true } }]);
    expect(server.streams).toHaveLength(1);
  });

  it("tells before the request when nobody is there, and asks first how to be reached", async () => {
    const { server } = await open();
    server.event("state", { state: "bot", position: null, advisor: null, closed: "arkisin klo 9–16" });
    await waitFor(() => expect(session.snapshot().state.closed).toBe("arkisin klo 9–16"));
    await userEvent.click(screen.getByRole("button", { name: "Puhu ihmiselle" }));
    expect(screen.getByText(/He ovat paikalla arkisin klo 9–16/)).toBeInTheDocument();
    const fields = screen.getAllByRole("textbox", { name: /Puhelinnumero|Viesti neuvojalle/ });
    expect(fields[0]).toHaveAccessibleName(/Puhelinnumero/);
  });

  it("opens the path with the earlier choices, and brings the focus back with the reader", async () => {
    const { server } = await open();
    const choices = [{ service: "velat", choice: "accept" as const, reason: null }];
    server.routes.set(`GET ${ROOT}/c1/suggestion`, () => json(suggestion({ choices })));
    server.say({ text: "Valmista tuli.", payload: { kind: "result" } });
    await userEvent.click(await screen.findByRole("button", { name: "Avaa polku" }));
    const card = await screen.findByRole("article", { name: "Velkaneuvonta" });
    expect(within(card).getByText("Otit tämän mukaan")).toBeInTheDocument();
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    await userEvent.click(screen.getAllByRole("button", { name: "Takaisin keskusteluun" })[0]!);
    await waitFor(() => expect(screen.getByRole("log")).toHaveFocus());
  });

  it("offers a new conversation when this one is gone", async () => {
    const { server, onRestart } = await open();
    server.event("erased", {});
    await userEvent.click(await screen.findByRole("button", { name: "Aloita uusi keskustelu" }));
    expect(onRestart).toHaveBeenCalledOnce();
  });
});
