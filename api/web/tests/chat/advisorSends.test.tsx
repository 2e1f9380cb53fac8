import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ChatApp } from "../../src/chat/ChatApp";
import { Session } from "../../src/transport/session";
import type { Message, QuestionPayload } from "../../src/wire/messages";
import { FakeServer, json, ROOT } from "../fakeServer";
import { service, suggestion } from "../result/samples";

let session: Session;

async function talking(server: FakeServer): Promise<void> {
  session = new Session(localStorage);
  await session.start();
  render(<ChatApp session={session} onRestart={vi.fn()} />);
  await waitFor(() => expect(server.streams).toHaveLength(1));
  server.event("state", { state: "advisor", position: null, advisor: "Aino" });
  await screen.findByText("Keskustelet ihmisen kanssa: Aino");
}

afterEach(() => session.end());

const advisor = (payload: Message["payload"], text = "Katso tätä"): Partial<Message> => ({
  from: "advisor",
  name: "Aino",
  text,
  payload,
});
const question: QuestionPayload = {
  kind: "question",
  facts: ["velkaongelma"],
  control: "choice",
  options: [{ fact: "velkaongelma", label: "Kyllä", value: true }],
};

describe("while a human is there", () => {
  it("the human's question can be answered, and the assistant's waits", async () => {
    const server = new FakeServer();
    await talking(server);
    server.say({ text: "Automaatin kysymys", payload: { ...question, options: [{ fact: "x", label: "Vanha", value: 1 }] } });
    await screen.findByText("Automaatin kysymys");
    expect(screen.queryByRole("button", { name: "Vanha" })).not.toBeInTheDocument();
    server.say(advisor(question, "Onko sinulla velkoja?"));
    await userEvent.click(await screen.findByRole("button", { name: "Kyllä" }));
    await waitFor(() => expect(server.posts).toHaveLength(1));
    expect(server.posts[0]?.body).toMatchObject({ choice: { fact: "velkaongelma", value: true } });
  });

  it("a service is a card with the person's own word, and a link tells where it leads", async () => {
    const server = new FakeServer();
    await talking(server);
    server.say(
      advisor({
        kind: "service",
        service: "velat",
        name: "Velkaneuvonta",
        summary: "Apua velkoihin.",
        first_step: "Varaa aika.",
        decided_by: null,
        url: null,
      }),
    );
    await userEvent.click(await screen.findByRole("button", { name: "Otan mukaan" }));
    expect(server.calls).toContain(`PUT ${ROOT}/c1/suggestion/choices`);
    server.say(advisor({ kind: "link", title: "Kelan sivut", url: "https://www.kela.fi/tyottomat" }));
    const link = await screen.findByRole("link", { name: /Kelan sivut/ });
    expect(link).toHaveAttribute("href", "https://www.kela.fi/tyottomat");
    expect(link).toHaveTextContent("www.kela.fi");
  });

  it("a changed set is told as a difference", async () => {
    const server = new FakeServer();
    let found = suggestion({ suggested: [service({})] });
    server.routes.set(`GET ${ROOT}/c1/suggestion`, () => json(found));
    await talking(server);
    await waitFor(() => expect(server.calls).toContain(`GET ${ROOT}/c1/suggestion`));
    found = suggestion({ suggested: [service({}), service({ service: "ura", name: "Uraohjaus" })] });
    server.event("facts", {});
    expect(await screen.findByText("Ehdotuksesi päivittyi")).toBeInTheDocument();
    expect(screen.getByText("Lisätty: Uraohjaus")).toBeInTheDocument();
  });

  it("a file is met with a kind sentence", async () => {
    await talking(new FakeServer());
    const files = { types: ["Files"], files: [new File(["x"], "todistus.pdf")] };
    fireEvent.drop(document.body, { dataTransfer: files });
    expect(await screen.findByText(/Tiedostoja ei voi lähettää/)).toBeInTheDocument();
  });

  it("the experience is asked once and needs nothing", async () => {
    const server = new FakeServer();
    await talking(server);
    server.routes.set(`POST ${ROOT}/c1/feedback`, () => json(null, 204));
    server.say({ from: "system", text: "Miten meni?", payload: { kind: "experience" } });
    await userEvent.click(await screen.findByRole("button", { name: "Lähetä palaute" }));
    expect(screen.getByText("Valitse ensin yksi vaihtoehto tai kirjoita.")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "Hyvin" }));
    await userEvent.click(screen.getByRole("button", { name: "Lähetä palaute" }));
    expect(await screen.findByText("Kiitos palautteesta.")).toBeInTheDocument();
  });

  it("talks are joined only with leave, and the key goes when it is taken back", async () => {
    const server = new FakeServer();
    await talking(server);
    server.routes.set(`PUT ${ROOT}/c1/person`, () => json(null, 204));
    server.say({ from: "system", text: "Miten meni?", payload: { kind: "experience" } });
    const leave = await screen.findByRole("checkbox", { name: /Neuvoja saa nähdä/ });
    expect(localStorage.getItem("palvelupolku.joining")).toBeNull();
    await userEvent.click(leave);
    await waitFor(() => expect(localStorage.getItem("palvelupolku.joining")).toMatch(/^"[0-9a-f]{64}"$/));
    await userEvent.click(leave);
    await waitFor(() => expect(localStorage.getItem("palvelupolku.joining")).toBeNull());
  });
});
