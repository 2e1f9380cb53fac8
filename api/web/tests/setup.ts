/** What jsdom lacks of a browser, and a clean page after each test. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

configure({ asyncUtilTimeout: 10_000 });

HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement): void {
  this.open = false;
};
Element.prototype.scrollIntoView = () => undefined;
window.matchMedia = (query: string): MediaQueryList =>
  Object.assign(new EventTarget(), { matches: false, media: query, onchange: null }) as unknown as MediaQueryList;

afterEach(() => {
  cleanup();
  localStorage.clear();
  window.location.hash = "";
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
