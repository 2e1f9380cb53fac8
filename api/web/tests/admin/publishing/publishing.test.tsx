import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DraftPage } from "../../../src/admin/drafts/DraftPage";
import { MergePage } from "../../../src/admin/publishing/MergePage";
import { json } from "../../fakeServer";
import { Server, show } from "../page";
import { draft, problem } from "../samples";

const CLEAN = { errors: 0, warnings: 0, hints: 0, items: [] };

function server(shown = draft(), problems: unknown = CLEAN, fourEyes = true): Server {
  return new Server({
    "GET /drafts/7": shown,
    "GET /drafts/7/problems": problems,
    "GET /rules-settings": { four_eyes: fourEyes },
  });
}

const publishing = <DraftPage draft={7} tab="julkaisu" />;

describe("publishing", () => {
  it("begins with handing the draft over", async () => {
    const { writes } = wired(server());
    show(publishing);
    await userEvent.type(await screen.findByRole("textbox", { name: "Mitä muutettiin ja miksi?" }), "Laki muuttui");
    await userEvent.click(screen.getByRole("button", { name: "Lähetä hyväksyttäväksi" }));
    await waitFor(() => expect(writes()).toEqual([{ revision: 4, note: "Laki muuttui" }]));
    expect(screen.queryByRole("button", { name: "Hyväksy ja julkaise" })).not.toBeInTheDocument();
  });

  it("is hindered by errors, with the way to them", async () => {
    server(draft(), { ...CLEAN, errors: 1, items: [problem()] });
    show(publishing);
    expect(await screen.findByText(/ennen kuin 1 estävä ongelma/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Lähetä hyväksyttäväksi" })).not.toBeInTheDocument();
  });

  it("asks the approver for the day", async () => {
    const { writes } = wired(server(draft({ state: "submitted", submitted_by: "Eeva" })));
    show(publishing, { role: "approver", name: "Anu" });
    const day = await screen.findByLabelText("Voimaan alkaen");
    await userEvent.clear(day);
    await userEvent.type(day, "2030-01-01");
    await userEvent.click(screen.getByRole("button", { name: "Hyväksy ja julkaise" }));
    await waitFor(() => expect(writes()).toEqual([{ revision: 4, effective_from: "2030-01-01", note: "" }]));
  });

  it("is not for whoever has edited the draft", async () => {
    server(draft({ state: "submitted", submitted_by: "Eeva", editors: ["Eeva", "Anu"] }));
    show(publishing, { role: "approver", name: "Anu" });
    expect(await screen.findByText(/Olet muokannut tätä luonnosta/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Hyväksy ja julkaise" })).not.toBeInTheDocument();
  });

  it("asks for a reason when a draft is given back", async () => {
    const { writes } = wired(server(draft({ state: "submitted", submitted_by: "Eeva" })));
    show(publishing, { role: "approver", name: "Anu" });
    await userEvent.click(await screen.findByRole("button", { name: "Palauta luonnos" }));
    expect(screen.getByText("Kerro muokkaajalle, mitä pitää korjata.")).toBeInTheDocument();
    await userEvent.type(screen.getByRole("textbox", { name: "Mitä pitää korjata?" }), "Lähde puuttuu");
    await userEvent.click(screen.getByRole("button", { name: "Palauta luonnos" }));
    await waitFor(() => expect(writes()).toEqual([{ note: "Lähde puuttuu" }]));
  });

  it("is done by one person only where that is said aloud", async () => {
    server(draft(), CLEAN, false);
    show(publishing);
    expect(await screen.findByText(/Yksi henkilö voi julkaista yksin/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Hyväksy ja julkaise" })).toBeInTheDocument();
  });

  it("tells in words why it was refused", async () => {
    const refused = server(draft({ state: "submitted", submitted_by: "Eeva" }));
    refused.answer("POST /drafts/7/publication", json({ code: "before_newest" }, 409));
    show(publishing, { role: "approver", name: "Anu" });
    await userEvent.click(await screen.findByRole("button", { name: "Hyväksy ja julkaise" }));
    expect(await screen.findByText(/Päivä on ennen uusimman version voimaantuloa/)).toBeInTheDocument();
  });
});

describe("a stale draft", () => {
  it("is merged when each conflict has been settled by hand", async () => {
    const conflict = {
      collection: "services",
      id: "tuva",
      label: "TUVA",
      path: ["ways"],
      label_fi: "ehdot",
      base: aged(18),
      mine: aged(25),
      theirs: aged(21),
    };
    const { server: merging, writes } = wired(server(draft({ stale: true, newest: 4 })));
    merging.answer("GET /drafts/7/merge", { newest: 4, merged: 1, conflicts: [conflict] });
    merging.answer("GET /vocabulary?draft=7", VOCABULARY);
    merging.answer("POST /drafts/7/merge", draft({ based_on: 4, newest: 4 }));
    show(<MergePage draft={7} />);
    await userEvent.click(await screen.findByRole("button", { name: "Yhdistä" }));
    expect(screen.getByText("Ikä: vähintään 25 vuotta")).toBeInTheDocument();
    expect(screen.getByText("Ikä: vähintään 21 vuotta")).toBeInTheDocument();
    expect(screen.queryByText(/Työtön/)).not.toBeInTheDocument();
    expect(screen.getByText("Samoja rivejä kaikissa: 1.")).toBeInTheDocument();
    expect(screen.getByText("Valitse vielä 1 kohdasta.")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "Pidä luonnoksen muutos" }));
    await userEvent.click(screen.getByRole("button", { name: "Yhdistä" }));
    const { collection, id, path } = conflict;
    await waitFor(() => expect(writes()).toEqual([{ revision: 4, resolutions: [{ collection, id, path, take: "mine" }] }]));
    await waitFor(() => expect(window.location.hash).toBe("#/luonnokset/7/muutokset?luonnos=7"));
  });
});

const VOCABULARY = {
  facts: [
    { id: "ika", label: "Ikä", unit: "vuotta", values: [], operators: [{ id: "at_least", label: "vähintään" }] },
    { id: "tyoton", label: "Työtön", unit: null, values: [], operators: [{ id: "is", label: "on" }] },
  ],
  needs: [],
  services: [],
  collections: {},
  texts: {},
  fields: {},
};

function aged(value: number): unknown {
  const same = { any_of: [{ fact: "tyoton", op: "is", value: true }], why_fi: "" };
  return [{ lines: [same, { any_of: [{ fact: "ika", op: "at_least", value }], why_fi: "" }] }];
}

function wired(made: Server): { server: Server; writes: () => unknown[] } {
  return { server: made, writes: () => made.writes().map(({ body }) => body) };
}
