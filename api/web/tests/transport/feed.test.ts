import type { EventSourceMessage } from "eventsource-parser";
import { describe, expect, it, vi } from "vitest";
import { backoff } from "../../src/transport/backoff";
import { Feed, readEvents } from "../../src/transport/feed";
import { FakeServer, ROOT } from "../fakeServer";

function chunked(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("reading events", () => {
  it("joins an event that comes in pieces, also inside a letter", async () => {
    const whole = bytes('event: message\nid: 3\ndata: {"text":"pää"}\n\n');
    const cut = whole.indexOf(0xc3) + 1;
    const events: EventSourceMessage[] = [];
    await readEvents(chunked(whole.slice(0, cut), whole.slice(cut)), (event) => void events.push(event));
    expect(events).toEqual([{ event: "message", id: "3", data: '{"text":"pää"}' }]);
  });

  it("hears heartbeats without making events of them", async () => {
    const event = vi.fn();
    const heard = vi.fn();
    await readEvents(chunked(bytes(": heartbeat\n\n"), bytes(": heartbeat\n\n")), event, heard);
    expect(event).not.toHaveBeenCalled();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

function feedOf(lastEventId = () => 0) {
  const hooks = {
    path: `${ROOT}/c1/events`,
    headers: { Authorization: "Bearer secret" },
    lastEventId,
    event: vi.fn(),
    flowing: vi.fn(),
    gone: vi.fn(),
  };
  return { feed: new Feed(hooks), hooks };
}

describe("the feed", () => {
  it("asks with the token and from the last number", async () => {
    const server = new FakeServer();
    const { feed } = feedOf(() => 4);
    feed.start();
    await vi.waitFor(() => expect(server.streams).toHaveLength(1));
    expect(server.streams[0]?.headers.get("Authorization")).toBe("Bearer secret");
    expect(server.streams[0]?.headers.get("Last-Event-ID")).toBe("4");
    feed.stop();
  });

  it("connects again after a cut", async () => {
    vi.useFakeTimers();
    const server = new FakeServer();
    const { feed, hooks } = feedOf();
    feed.start();
    await vi.advanceTimersByTimeAsync(10);
    server.cut();
    await vi.advanceTimersByTimeAsync(10);
    expect(hooks.flowing).toHaveBeenLastCalledWith(false);
    server.online = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hooks.flowing).toHaveBeenLastCalledWith(true);
    feed.stop();
  });

  it("takes long silence for a dead connection", async () => {
    vi.useFakeTimers();
    const server = new FakeServer();
    const { feed } = feedOf();
    feed.start();
    await vi.advanceTimersByTimeAsync(40_000);
    server.streams[0]?.write(": heartbeat\n\n");
    await vi.advanceTimersByTimeAsync(40_000);
    expect(server.streams).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.streams).toHaveLength(2);
    feed.stop();
  });

  it("gives up when the conversation is gone", async () => {
    const server = new FakeServer();
    server.routes.set(`GET ${ROOT}/c1/events`, () => new Response(null, { status: 404 }));
    const { feed, hooks } = feedOf();
    feed.start();
    await vi.waitFor(() => expect(hooks.gone).toHaveBeenCalledOnce());
    expect(hooks.flowing).not.toHaveBeenCalled();
  });
});

describe("the back-off", () => {
  it("doubles up to half a minute, with jitter", () => {
    expect([1, 2, 3, 9].map((attempt) => backoff(attempt, () => 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
    expect(backoff(3, () => 0)).toBe(2_000);
  });
});
