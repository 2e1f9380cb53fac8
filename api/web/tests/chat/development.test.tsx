import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { PrivacyDialog } from "../../src/chat/PrivacyDialog";
import { VisitorApi } from "../../src/wire/visitor";
import { FakeServer, json, ROOT } from "../fakeServer";

const LEAVE = "Viestejäni saa käyttää automaatin kehittämiseen";

it("the leave to learn from one's messages is off until it is given, and what was not kept is not shown", async () => {
  const server = new FakeServer();
  server.routes.set(`GET ${ROOT}/c1/development`, () => json({ agreed: false }));
  server.routes.set(`PUT ${ROOT}/c1/development`, () => json({}, 204));
  render(<PrivacyDialog api={new VisitorApi({ id: "c1", token: "t" })} joiner={null} onClose={() => undefined} />);
  const box = await screen.findByLabelText(LEAVE);
  expect(box).not.toBeChecked();
  await userEvent.click(box);
  expect(box).toBeChecked();
  server.routes.set(`PUT ${ROOT}/c1/development`, () => json({ code: "failed" }, 500));
  await userEvent.click(box);
  await waitFor(() => expect(box).toBeChecked());
  expect(screen.getByText("Valintaa ei saatu tallennettua. Yritä uudelleen.")).toBeInTheDocument();
});
