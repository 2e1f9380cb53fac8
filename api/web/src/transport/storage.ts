/** What the browser keeps between visits; memory stands in where storage is blocked. */

export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "palvelupolku.";

class MemoryStore implements Store {
  private readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

export function browserStore(): Store {
  try {
    localStorage.setItem(`${PREFIX}probe`, "1");
    localStorage.removeItem(`${PREFIX}probe`);
    return localStorage;
  } catch {
    return new MemoryStore();
  }
}

/** One JSON value under one name. Unreadable content counts as absent. */
export class Slot<T> {
  private readonly key: string;

  constructor(
    private readonly store: Store,
    name: string,
  ) {
    this.key = PREFIX + name;
  }

  read(): T | null {
    const text = this.store.getItem(this.key);
    if (text === null) return null;
    try {
      return JSON.parse(text) as T;
    } catch {
      return null;
    }
  }

  write(value: T): void {
    this.store.setItem(this.key, JSON.stringify(value));
  }

  clear(): void {
    this.store.removeItem(this.key);
  }
}
