/** Builds the three pages to dist/ and sends /api to the running product while developing. */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { designTokens } from "./vite/tokens.ts";

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const product = process.env.PALVELUPOLKU_URL ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), designTokens()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { chat: page("index.html"), advisor: page("neuvoja.html"), admin: page("yllapito.html") } },
  },
  server: { proxy: { "/api": product } },
  test: {
    environment: "jsdom",
    setupFiles: ["tests/setup.ts"],
    include: ["tests/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    testTimeout: 30_000,
    css: false,
  },
});
