/** Messages that the server has not yet shown back: kept over a reload, each with the id it was first given. */
import type { Message, Outgoing } from "../wire/messages";
import { newId } from "./ids";
import type { Slot } from "./storage";

export type Delivery = "pending" | "failed" | "refused" | "sent";

export interface Entry {
  client_id: string;
  outgoing: Outgoing;
  label: string;
  delivery: Delivery;
  seq: number | null;
  at: string;
}

export class Outbox {
  private items: readonly Entry[];

  constructor(
    private readonly slot: Slot<Entry[]>,
    private readonly changed: () => void = () => undefined,
  ) {
    this.items = slot.read() ?? [];
  }

  get entries(): readonly Entry[] {
    return this.items;
  }

  add(outgoing: Outgoing, label: string): Entry {
    const entry: Entry = {
      client_id: newId(),
      outgoing,
      label,
      delivery: "pending",
      seq: null,
      at: new Date().toISOString(),
    };
    this.replace([...this.items, entry]);
    return entry;
  }

  /** The next one to send. A refused one waits for the person; a failed one is tried again in its turn. */
  next(): Entry | undefined {
    return this.items.find((entry) => entry.delivery === "pending" || entry.delivery === "failed");
  }

  mark(clientId: string, delivery: Delivery, seq: number | null = null): void {
    this.replace(this.items.map((entry) => (entry.client_id === clientId ? { ...entry, delivery, seq } : entry)));
  }

  remove(clientId: string): void {
    this.replace(this.items.filter((entry) => entry.client_id !== clientId));
  }

  /** Drops what the log already shows. */
  settle(shown: readonly Message[]): void {
    const seqs = new Set(shown.map((message) => message.seq));
    const clientIds = new Set(shown.map((message) => message.client_id));
    const left = this.items.filter(
      (entry) => !clientIds.has(entry.client_id) && (entry.seq === null || !seqs.has(entry.seq)),
    );
    if (left.length !== this.items.length) this.replace(left);
  }

  clear(): void {
    this.replace([]);
  }

  private replace(items: readonly Entry[]): void {
    this.items = items;
    if (items.length === 0) this.slot.clear();
    else this.slot.write([...items]);
    this.changed();
  }
}
