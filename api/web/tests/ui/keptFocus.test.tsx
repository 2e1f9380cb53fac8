/** The keyboard's place is kept when what has the focus goes away. */
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { useKeptFocus } from "../../src/ui/useKeptFocus";

const ELSEWHERE = "muuta";
const ROWS = "rivit";

function Page() {
  useKeptFocus();
  const [left, setLeft] = useState(["a", "b"]);
  return (
    <section aria-label={ROWS}>
      {left.map((name) => (
        <button key={name} onClick={() => setLeft(left.filter((one) => one !== name))}>
          {name}
        </button>
      ))}
      <p>{ELSEWHERE}</p>
    </section>
  );
}

test("what is around a removed button takes the focus and gives it on", async () => {
  const user = userEvent.setup();
  render(<Page />);
  screen.getByRole("button", { name: "a" }).focus();
  await user.keyboard("{Enter}");
  const rows = screen.getByRole("region", { name: ROWS });
  await waitFor(() => expect(rows).toHaveFocus());
  await user.tab();
  expect(screen.getByRole("button", { name: "b" })).toHaveFocus();
  expect(rows).not.toHaveAttribute("tabindex");
});

test("who presses somewhere else has chosen the place", async () => {
  const user = userEvent.setup();
  render(<Page />);
  screen.getByRole("button", { name: "a" }).focus();
  await user.click(screen.getByText(ELSEWHERE));
  screen.getByText(ELSEWHERE).style.color = "inherit";
  await new Promise((done) => requestAnimationFrame(done));
  expect(document.body).toHaveFocus();
});
