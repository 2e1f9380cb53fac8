import { describe, expect, it } from "vitest";
import { Outbox, type Entry } from "../../src/transport/outbox";
import { Slot } from "../../src/transport/storage";
import { message } from "../fakeServer";

const slot = (): Slot<Entry[]> => new Slot<Entry[]>(localStorage, "outbox");

describe("the outbox", () => {
  it("gives the same message the same id after a reload", () => {
    const { client_id } = new Outbox(slot()).add({ text: "hei" }, "hei");
    expect(new Outbox(slot()).next()).toMatchObject({ client_id, outgoing: { text: "hei" }, delivery: "pending" });
  });

  it("lets go of what the log shows, by id or by number", () => {
    const outbox = new Outbox(slot());
    const first = outbox.add({ text: "a" }, "a");
    const second = outbox.add({ text: "b" }, "b");
    outbox.mark(second.client_id, "sent", 7);
    outbox.settle([message(6, { client_id: first.client_id }), message(7)]);
    expect(outbox.entries).toEqual([]);
    expect(slot().read()).toBeNull();
  });

  it("tries a failed one again in its turn but leaves a refused one to the person", () => {
    const outbox = new Outbox(slot());
    const first = outbox.add({ text: "a" }, "a");
    const second = outbox.add({ text: "b" }, "b");
    outbox.mark(first.client_id, "failed");
    expect(outbox.next()?.client_id).toBe(first.client_id);
    outbox.mark(first.client_id, "refused");
    expect(outbox.next()?.client_id).toBe(second.client_id);
  });

  it("treats unreadable storage as empty", () => {
    localStorage.setItem("palvelupolku.outbox", "{rikki");
    expect(new Outbox(slot()).entries).toEqual([]);
  });
});
