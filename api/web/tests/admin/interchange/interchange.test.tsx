import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import Interchange from "../../../src/admin/interchange/Interchange";
import { TABLE } from "../../../src/admin/wire/interchange";
import { json } from "../../fakeServer";
import { Server, show } from "../page";
import { change, draft, problem } from "../samples";

const TRY = "POST /drafts/7/import?dry_run=true";
const TAKE = "POST /drafts/7/import?dry_run=false";
const FOUND = { problems: [], comparison: [change()], changes: 1, saved: false };

async function check(name = "luettelo.xlsx"): Promise<void> {
  await userEvent.upload(screen.getByLabelText(/^Tiedosto/), new File(["x"], name));
  await userEvent.click(screen.getByRole("button", { name: "Tarkista tiedosto" }));
}

describe("a file brought in", () => {
  it("is tried first, shown, and saved only then", async () => {
    const server = new Server({ [TRY]: FOUND, [TAKE]: { ...FOUND, saved: true } });
    show(<Interchange />, { drafts: [draft()], draft: draft() });
    await check();
    expect(await screen.findByText("Ikä: vähintään 25 vuotta")).toBeInTheDocument();
    expect(server.writes()).toHaveLength(1);
    expect((server.writes()[0]!.body as Blob).type).toBe(TABLE);
    await userEvent.click(screen.getByRole("button", { name: "Tuo 1 muutos luonnokseen" }));
    expect(await screen.findByRole("link", { name: "Avaa luonnos" })).toHaveAttribute(
      "href",
      "#/luonnokset/7/muutokset?luonnos=7",
    );
  });

  it("with a cell that cannot be read is not taken", async () => {
    const cell = { ...problem({ place_fi: "Ehdot, rivi 2, sarake vertailu" }), sheet: "Ehdot", row: 2, column: "vertailu" };
    new Server({ [TRY]: { ...FOUND, problems: [cell] } });
    show(<Interchange />, { drafts: [draft()], draft: draft() });
    await check();
    expect(await screen.findByText("Ehdot, rivi 2, sarake vertailu")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Tuo / })).not.toBeInTheDocument();
  });

  it("that is something else is refused in words", async () => {
    new Server({ [TRY]: json({ code: "unreadable_file" }, 422) });
    show(<Interchange />, { drafts: [draft()], draft: draft() });
    await check("jotain.json");
    expect(await screen.findByText(/Tiedostoa ei voi lukea/)).toBeInTheDocument();
  });

  it("needs a draft", async () => {
    show(<Interchange />, { drafts: [draft()] });
    await userEvent.click(screen.getByRole("button", { name: "Tarkista tiedosto" }));
    await waitFor(() => expect(screen.getByText("Valitse luonnos ja tiedosto.")).toBeInTheDocument());
  });
});

describe("a file taken out", () => {
  it("holds what was chosen", async () => {
    show(<Interchange />, { drafts: [draft()], role: "auditor" });
    const table = screen.getByRole("link", { name: "Taulukko (XLSX)" });
    expect(table).toHaveAttribute("href", "/api/v1/admin/export.xlsx");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Mikä sisältö viedään?" }), "7");
    expect(table).toHaveAttribute("href", "/api/v1/admin/export.xlsx?draft=7");
    expect(screen.getByText("Tuonti kuuluu ylläpitäjälle.")).toBeInTheDocument();
  });
});
