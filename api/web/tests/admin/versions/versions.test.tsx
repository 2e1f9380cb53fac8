import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { HistoryList } from "../../../src/admin/versions/HistoryList";
import { VersionList } from "../../../src/admin/versions/VersionList";
import { VersionPage } from "../../../src/admin/versions/VersionPage";
import { Server, show } from "../page";
import { change, version } from "../samples";

const VERSIONS = {
  items: [
    version(3, { effective_from: "2099-01-01", note: "Laki muuttui" }),
    version(2, { in_force: true }),
    version(1, { kind: "seed", author: "seed", approver: null, changes: null, note: "default catalogue" }),
  ],
};

function server(more: Record<string, unknown> = {}): Server {
  return new Server({
    "GET /versions": VERSIONS,
    "GET /rules-settings": { four_eyes: true },
    "GET /versions/1/comparison?against=3": { items: [change()] },
    "GET /versions/2/comparison?against=1": { items: [] },
    ...more,
  });
}

describe("the versions", () => {
  it("say which of them counts, which is coming, and who made it", async () => {
    server();
    show(<VersionList />);
    const row = async (name: string) => within(await screen.findByRole("row", { name: new RegExp(`^Versio ${name}`) }));
    expect((await row("3")).getByText("Tulossa voimaan")).toBeInTheDocument();
    expect((await row("2")).getByText("Voimassa nyt")).toBeInTheDocument();
    expect((await row("2")).getByText("Eeva, hyväksynyt Anu")).toBeInTheDocument();
    expect((await row("1")).getByText("Palvelun mukana tullut")).toBeInTheDocument();
    expect(screen.queryByText("default catalogue")).not.toBeInTheDocument();
  });

  it("are undone by an approver with a reason", async () => {
    const restored = { version: 4, effective_from: "2026-01-02" };
    const asked = server({ "POST /versions/1/restoration": restored });
    show(<VersionPage version={1} />, { role: "approver", name: "Anu" });
    await userEvent.click(await screen.findByRole("button", { name: "Palauta tämä versio" }));
    const dialog = within(screen.getByRole("dialog", { name: "Palautetaanko versio 1?" }));
    await userEvent.type(dialog.getByRole("textbox", { name: "Miksi palautetaan?" }), "Liian tiukka");
    await userEvent.click(dialog.getByRole("button", { name: "Palauta tämä versio" }));
    await waitFor(() => expect(asked.writes()[0]?.body).toMatchObject({ note: "Liian tiukka" }));
    await waitFor(() => expect(window.location.hash).toBe("#/versiot/4"));
  });

  it("are begun from by an editor, who cannot undo alone", async () => {
    const asked = server({ "POST /drafts": { id: 9 } });
    show(<VersionPage version={2} />);
    expect(await screen.findByText("Versioiden sisältö on sama.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Palauta tämä versio" })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Aloita luonnos tästä versiosta" }));
    await waitFor(() => expect(asked.writes()[0]?.body).toEqual({ title: "Version 2 sisältö", from_version: 2 }));
  });
});

describe("a history", () => {
  it("tells what each version made of an entry", async () => {
    const step = { ...version(2), at: "2025-12-30T08:00:00Z", note: "Laki muuttui", ...change() };
    new Server({ "GET /history/services/tuva": { items: [step] } });
    show(<HistoryList collection="services" id="tuva" />);
    expect(await screen.findByText("Laki muuttui")).toBeInTheDocument();
    expect(screen.getByText("Ikä: vähintään 25 vuotta")).toBeInTheDocument();
  });

  it("follows one line", async () => {
    const step = { ...version(2), at: "2025-12-30T08:00:00Z", text_fi: "Ikä: vähintään 25 vuotta", content: {} };
    new Server({ "GET /history/services/tuva/line?path=ways.0.lines.0": { items: [step] } });
    show(<HistoryList collection="services" id="tuva" path="ways.0.lines.0" />);
    expect(await screen.findByText("Ikä: vähintään 25 vuotta")).toBeInTheDocument();
  });

  it("of what has never been published is empty", async () => {
    new Server({});
    show(<HistoryList collection="services" id="uusi" />);
    expect(await screen.findByText("Historiaa ei ole vielä.")).toBeInTheDocument();
  });
});
