import { beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox, type Entry } from "../../src/transport/outbox";
import { Sender } from "../../src/transport/sender";
import { Slot } from "../../src/transport/storage";
import { Refused, Unreachable } from "../../src/wire/http";

type Post = (clientId: string) => Promise<{ seq: number }>;

function line(post: Post) {
  const outbox = new Outbox(new Slot<Entry[]>(localStorage, "outbox"));
  const hooks = { post, sent: vi.fn(), reached: vi.fn(), gone: vi.fn() };
  return { outbox, hooks, sender: new Sender(outbox, hooks) };
}

beforeEach(() => void vi.useFakeTimers());

describe("the sender", () => {
  it("sends one message at a time, in order", async () => {
    const finish: (() => void)[] = [];
    const asked: string[] = [];
    const { outbox, sender } = line((clientId) => {
      asked.push(clientId);
      return new Promise((resolve) => finish.push(() => resolve({ seq: asked.length })));
    });
    const ids = [outbox.add({ text: "a" }, "a"), outbox.add({ text: "b" }, "b")].map(({ client_id }) => client_id);
    sender.kick();
    sender.kick();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(ids.slice(0, 1));
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(ids);
  });

  it("repeats with the same id until the server answers, and says so after three tries", async () => {
    const asked: string[] = [];
    const { outbox, sender, hooks } = line((clientId) => {
      asked.push(clientId);
      return asked.length < 5 ? Promise.reject(new Unreachable()) : Promise.resolve({ seq: 2 });
    });
    const { client_id } = outbox.add({ text: "a" }, "a");
    sender.kick();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(outbox.entries[0]?.delivery).toBe("failed");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.entries[0]).toMatchObject({ delivery: "sent", seq: 2 });
    expect(new Set(asked)).toEqual(new Set([client_id]));
    expect(hooks.sent).toHaveBeenCalledOnce();
  });

  it("tries at once when kicked during a back-off", async () => {
    const post = vi.fn<Post>().mockRejectedValueOnce(new Unreachable()).mockResolvedValue({ seq: 2 });
    const { outbox, sender } = line(post);
    outbox.add({ text: "a" }, "a");
    sender.kick();
    await vi.advanceTimersByTimeAsync(10);
    sender.kick();
    await vi.advanceTimersByTimeAsync(10);
    expect(outbox.entries[0]?.delivery).toBe("sent");
  });

  it("sets a refused message aside and goes on", async () => {
    const post = vi.fn<Post>().mockRejectedValueOnce(new Refused(422, "text_too_long")).mockResolvedValue({ seq: 2 });
    const { outbox, sender } = line(post);
    outbox.add({ text: "liian pitkä" }, "liian pitkä");
    outbox.add({ text: "b" }, "b");
    sender.kick();
    await vi.advanceTimersByTimeAsync(10);
    expect(outbox.entries.map(({ delivery }) => delivery)).toEqual(["refused", "sent"]);
  });

  it("keeps trying while the server is overloaded", async () => {
    const post = vi.fn<Post>().mockRejectedValueOnce(new Refused(429, "slow_down")).mockResolvedValue({ seq: 2 });
    const { outbox, sender } = line(post);
    outbox.add({ text: "a" }, "a");
    sender.kick();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(outbox.entries[0]?.delivery).toBe("sent");
  });

  it("stops when the conversation is gone", async () => {
    const post = vi.fn<Post>().mockRejectedValue(new Refused(404, "conversation_not_found"));
    const { outbox, sender, hooks } = line(post);
    outbox.add({ text: "a" }, "a");
    sender.kick();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(post).toHaveBeenCalledOnce();
    expect(hooks.gone).toHaveBeenCalledOnce();
  });
});
