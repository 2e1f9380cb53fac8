/** A toolbar is one stop of the keyboard; a skip link leads past what need not be walked through. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SkipLink } from "../../src/ui/SkipLink";
import { Toolbar } from "../../src/ui/Toolbar";

const SKIP = "Ohita";
const TOOLS = "Toiminnot: Ehto 1";
const NEXT = "seuraava";

function tools(upDisabled: boolean) {
  return (
    <>
      <Toolbar label={TOOLS} className="">
        {["ylös", "alas", "poista"].map((name) => (
          <button key={name} disabled={upDisabled && name === "ylös"}>
            {name}
          </button>
        ))}
      </Toolbar>
      <button aria-label={NEXT} />
    </>
  );
}

test("Tab stops once, arrows go round between the tools that can be used", async () => {
  const user = userEvent.setup();
  render(tools(true));
  await user.tab();
  expect(screen.getByRole("button", { name: "alas" })).toHaveFocus();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("button", { name: "poista" })).toHaveFocus();
  await user.keyboard("{ArrowRight}{ArrowLeft}");
  expect(screen.getByRole("button", { name: "poista" })).toHaveFocus();
  await user.tab();
  expect(screen.getByRole("button", { name: NEXT })).toHaveFocus();
  await user.tab({ shift: true });
  expect(screen.getByRole("button", { name: "poista" })).toHaveFocus();
});

test("a tool that becomes usable joins the round", async () => {
  const user = userEvent.setup();
  const { rerender } = render(tools(true));
  rerender(tools(false));
  await user.tab();
  const up = screen.getByRole("button", { name: "ylös" });
  expect(up).toHaveFocus();
  expect(screen.getByRole("toolbar", { name: TOOLS })).toContainElement(up);
});

test("a skip link moves the focus and leaves the address as it is", async () => {
  const user = userEvent.setup();
  window.location.hash = "#/luonnokset";
  render(
    <>
      <SkipLink to="perilla">{SKIP}</SkipLink>
      <main id="perilla" tabIndex={-1} />
    </>,
  );
  await user.tab();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("main")).toHaveFocus();
  expect(window.location.hash).toBe("#/luonnokset");
});
