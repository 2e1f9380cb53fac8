/** Gives the stylesheets the Suomi.fi design tokens as CSS custom properties, so that no colour is written twice. */
import { suomifiDesignTokens } from "suomifi-design-tokens";
import type { Plugin } from "vite";

const NAME = "virtual:tokens.css";

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

function properties(): string[] {
  const { colors, spacing, shadows } = suomifiDesignTokens;
  return [
    ...Object.entries(colors).map(([name, token]) => `--color-${kebab(name)}: ${String(token)};`),
    ...Object.entries(spacing).map(([name, length]) => `--space-${kebab(name)}: ${String(length)};`),
    ...Object.entries(shadows).map(([name, shadow]) => `--${kebab(name)}: ${String(shadow)};`),
  ];
}

export function designTokens(): Plugin {
  return {
    name: "design-tokens",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `:root {\n${properties().join("\n")}\n}` : undefined),
  };
}
