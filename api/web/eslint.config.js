import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const sentencesLiveInData = [
  { selector: "JSXText[value=/[A-Za-zÅÄÖåäö]/]", message: "Sentences live in src/texts/fi.json." },
  {
    selector: "JSXAttribute[name.name=/^(aria-label|title|placeholder|alt|label|labelText)$/] > Literal",
    message: "Sentences live in src/texts/fi.json.",
  },
];

export default tseslint.config(
  { ignores: ["dist", "node_modules"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat["recommended-latest"],
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // What scrolls has to be reachable with the keyboard; a separator that moves is a control.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["log", "separator", "tabpanel"] }],
      "max-lines": ["error", 300],
      "no-restricted-syntax": ["error", ...sentencesLiveInData],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  // In a test a missing element is a failure of the test, and says so by itself.
  { files: ["tests/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  { files: ["eslint.config.js"], ...tseslint.configs.disableTypeChecked },
);
