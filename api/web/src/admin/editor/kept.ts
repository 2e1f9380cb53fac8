/** Unsaved changes kept in this tab over a reload. */
import type { Content } from "../wire/drafting";
import type { Seen } from "./useWork";

interface Kept {
  base: Seen;
  content: Content;
}

const nameOf = (key: string): string => `yllapito:${key}`;

export function kept(key: string): Kept | null {
  const text = window.sessionStorage.getItem(nameOf(key));
  return text === null ? null : (JSON.parse(text) as Kept);
}

export const keep = (key: string, left: Kept): void =>
  window.sessionStorage.setItem(nameOf(key), JSON.stringify(left));

export const forget = (key: string): void => window.sessionStorage.removeItem(nameOf(key));
