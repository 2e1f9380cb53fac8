/** The leave to join this talk with the person's other ones: a random key, kept here only while it is given. */
import { useMemo } from "react";
import { browserStore } from "../transport/storage";
import { joinKey } from "../transport/session";
import type { VisitorApi } from "../wire/visitor";
import type { Leave } from "./Leave";

const BYTES = 32;

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function useJoiner(api: VisitorApi | null): Leave | null {
  return useMemo(() => {
    if (api === null) return null;
    const slot = joinKey(browserStore());
    return {
      given: slot.read() !== null,
      set: async (given) => {
        const key = given ? newKey() : null;
        await api.join(key);
        if (key === null) slot.clear();
        else slot.write(key);
      },
    };
  }, [api]);
}
