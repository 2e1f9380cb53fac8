import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DraftList } from "../../../src/admin/drafts/DraftList";
import { DraftPage } from "../../../src/admin/drafts/DraftPage";
import { json } from "../../fakeServer";
import { Server, show } from "../page";
import { change, draft, problem } from "../samples";

describe("the drafts", () => {
  it("are grouped by what they wait for, with what is to be noticed", () => {
    const drafts = [
      draft({ id: 1, title: "Kesken oleva", stale: true }),
      draft({ id: 2, title: "Lähetetty", state: "submitted" }),
      draft({ id: 3, title: "Palautettu", returned_note: "Perustelu puuttuu." }),
    ];
    show(<DraftList />, { drafts });
    const group = (name: string) => within(screen.getByRole("heading", { name }).closest("section")!);
    expect(group("Odottaa hyväksyntää").getByRole("link", { name: "Lähetetty" })).toHaveAttribute(
      "href",
      "#/luonnokset/2/muutokset?luonnos=2",
    );
    expect(group("Kesken").getByText("Uudempi versio on julkaistu")).toBeInTheDocument();
    expect(group("Kesken").getByText("Palautettu korjattavaksi")).toBeInTheDocument();
  });

  it("cannot be begun by an auditor", () => {
    show(<DraftList />, { role: "auditor" });
    expect(screen.queryByRole("button", { name: "Uusi luonnos" })).not.toBeInTheDocument();
  });
});

describe("a draft", () => {
  it("tells what was and what is, and a change can be taken back and that as well", async () => {
    const server = new Server({
      "GET /drafts/7": draft(),
      "GET /drafts/7/comparison": { items: [change()] },
      "GET /catalogue/services/tuva?draft=7": { content: { id: "tuva" } },
      "POST /drafts/7/entries/services/tuva/reset": { revision: 5 },
      "PUT /drafts/7/entries/services/tuva": { revision: 6 },
    });
    show(<DraftPage draft={7} tab="muutokset" />);
    expect(await screen.findByText("Ikä: vähintään 18 vuotta")).toBeInTheDocument();
    expect(screen.getByText("Ikä: vähintään 25 vuotta").tagName).toBe("INS");
    server.answer("GET /drafts/7", draft({ revision: 5 }));
    await userEvent.click(screen.getByRole("button", { name: "Peru muutos: TUVA" }));
    await userEvent.click(await screen.findByRole("button", { name: "Palauta muutos" }));
    await waitFor(() => expect(server.writes()).toHaveLength(2));
    expect(server.writes().map(({ body }) => body)).toEqual([{ revision: 4 }, { revision: 5, content: { id: "tuva" } }]);
  });

  it("links each problem to its place", async () => {
    const items = [problem(), problem({ severity: "hint", place_fi: "Palvelu Toinen", id: "toinen", path: [] })];
    new Server({ "GET /drafts/7": draft(), "GET /drafts/7/problems": { errors: 1, warnings: 0, hints: 1, items } });
    show(<DraftPage draft={7} tab="ongelmat" />);
    expect(await screen.findByRole("link", { name: "Palvelu TUVA › rivi 2" })).toHaveAttribute(
      "href",
      "#/luettelo/services/tuva?kohta=ways.0.lines.1&luonnos=7",
    );
    expect(screen.getByText("Näytä vihjeet (1)").closest("details")).not.toHaveAttribute("open");
  });

  it("tells by name whom it touches, and of talks only how many", async () => {
    const touched = { id: "aino", name: "Aino 24", gained: [], lost: [{ id: "tuva", name: "TUVA" }] };
    const expectations = [{ person: "aino", service: "tuva", kind: "must_include", reason_fi: "" }];
    const server = new Server({
      "GET /drafts/7": draft(),
      "GET /drafts/7/effect/cases": {
        days: 90,
        looked_at: 60,
        changed: 12,
        services: [{ id: "tuva", name: "TUVA", gained: null, lost: 12 }],
      },
    });
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" }).format(new Date());
    server.answer(`GET /drafts/7/effect?on=${today}`, { on: today, looked_at: 86, people: [touched], services: [], expectations });
    show(<DraftPage draft={7} tab="vaikutus" />);
    const person = await screen.findByRole("row", { name: /Aino 24/ });
    expect(within(person).getByText("TUVA")).toBeInTheDocument();
    expect(screen.getByText("Aino 24: TUVA täytyy olla ehdotuksessa, mutta poistuu.")).toBeInTheDocument();
    const counted = await screen.findByRole("row", { name: "TUVA 12 alle 5" });
    expect(counted).toBeInTheDocument();
  });

  it("says when its rules are too broken to be tried", async () => {
    const broken = json({ code: "cannot_be_evaluated" }, 422);
    const server = new Server({ "GET /drafts/7": draft(), "GET /drafts/7/effect/cases": broken });
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" }).format(new Date());
    server.answer(`GET /drafts/7/effect?on=${today}`, broken);
    show(<DraftPage draft={7} tab="vaikutus" />);
    expect(await screen.findByRole("link", { name: "Siirry ongelmiin" })).toBeInTheDocument();
  });

  it("that is given up can be taken up again", async () => {
    const server = new Server({
      "GET /drafts/7": draft({ state: "discarded" }),
      "GET /drafts/7/comparison": { items: [] },
      "POST /drafts/7/reopen": draft(),
    });
    show(<DraftPage draft={7} tab="muutokset" />);
    await userEvent.click(await screen.findByRole("button", { name: "Ota luonnos takaisin" }));
    await waitFor(() => expect(server.writes()[0]?.path).toBe("/drafts/7/reopen"));
  });
});
