import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Session } from "../../src/transport/session";
import { FakeServer, json, message, ROOT } from "../fakeServer";

let session: Session;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => session.end());

async function begin(): Promise<Session> {
  session = new Session(localStorage);
  void session.start();
  await vi.advanceTimersByTimeAsync(50);
  return session;
}

const texts = (): string[] => session.snapshot().messages.map(({ text }) => text);

describe("a session", () => {
  it("creates a conversation once and resumes it after a reload", async () => {
    const server = new FakeServer();
    await begin();
    expect(session.snapshot().phase).toBe("ready");
    session.end();
    await begin();
    expect(server.calls.filter((call) => call === `POST ${ROOT}`)).toHaveLength(1);
    expect(texts()).toEqual(["Hei. Olen automaatti."]);
  });

  it("shows a sent message once, though it comes by the answer and by the stream", async () => {
    const server = new FakeServer();
    await begin();
    session.send({ text: "moi" }, "moi");
    expect(session.snapshot().outbox).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(session.snapshot().outbox).toEqual([]);
    server.event("message", server.log[1], 2);
    await vi.advanceTimersByTimeAsync(50);
    expect(texts()).toEqual(["Hei. Olen automaatti.", "moi"]);
  });

  it("fetches what fell into a hole", async () => {
    const server = new FakeServer();
    await begin();
    server.log.push(message(2, { text: "väliin jäänyt" }));
    server.say({ text: "kolmas" });
    await vi.advanceTimersByTimeAsync(50);
    expect(texts()).toEqual(["Hei. Olen automaatti.", "väliin jäänyt", "kolmas"]);
  });

  it("keeps a message over an outage and a reload, and sends it once with its first id", async () => {
    const server = new FakeServer();
    await begin();
    server.cut();
    session.send({ text: "perille" }, "perille");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(session.snapshot().offline).toBe(true);
    expect(session.snapshot().outbox[0]?.delivery).toBe("failed");
    const id = session.snapshot().outbox[0]?.client_id;
    session.end();
    server.online = true;
    await begin();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.posts.map(({ client_id }) => client_id)).toEqual([id]);
    expect(texts().filter((text) => text === "perille")).toHaveLength(1);
    expect(session.snapshot()).toMatchObject({ offline: false, outbox: [] });
  });

  it("gets messages by asking while the stream does not open", async () => {
    const server = new FakeServer();
    server.routes.set(`GET ${ROOT}/c1/events`, () => new Response(null, { status: 503 }));
    await begin();
    server.say({ text: "ilman virtaa" });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(texts()).toContain("ilman virtaa");
    expect(session.snapshot().offline).toBe(false);
  });

  it("shows typing until the answer comes", async () => {
    const server = new FakeServer();
    await begin();
    server.event("typing", { from: "bot", on: true });
    await vi.advanceTimersByTimeAsync(10);
    expect(session.snapshot().typing).toBe("bot");
    server.say({ text: "vastaus" });
    await vi.advanceTimersByTimeAsync(10);
    expect(session.snapshot().typing).toBeNull();
  });

  it("knows when a human has joined", async () => {
    const server = new FakeServer();
    await begin();
    server.event("state", { state: "advisor", position: null, advisor: "Maija" });
    await vi.advanceTimersByTimeAsync(10);
    expect(session.snapshot().state).toEqual({ state: "advisor", position: null, advisor: "Maija" });
  });

  it("says when the conversation is gone", async () => {
    const server = new FakeServer();
    await begin();
    server.event("erased", {});
    await vi.advanceTimersByTimeAsync(10);
    expect(session.snapshot().phase).toBe("gone");
  });

  it("does not take a refused token for an outage", async () => {
    const server = new FakeServer();
    server.routes.set(`GET ${ROOT}/c1/messages?after=0`, () => json({ code: "wrong_token" }, 401));
    await begin();
    expect(session.snapshot().phase).toBe("gone");
  });

  it("forgets everything in the browser", async () => {
    new FakeServer();
    await begin();
    session.send({ text: "moi" }, "moi");
    session.forget();
    expect(Object.keys(localStorage)).toEqual([]);
  });
});
