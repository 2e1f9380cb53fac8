import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { EntryPage } from "../../../src/admin/editor/EntryPage";
import { json } from "../../fakeServer";
import { Server, show } from "../page";
import { draft, entry, preview, tuva, vocabulary } from "./samples";

const SAVE = "PUT /drafts/7/entries/services/tuva";
const LOOK = "POST /drafts/7/preview";
const TRIAL = "POST /drafts/7/trial";

let server: Server;

beforeEach(() => {
  sessionStorage.clear();
  server = new Server({
    "GET /catalogue/services/tuva?draft=7": entry,
    "GET /catalogue/services/tuva": { ...entry, revision: null },
    "GET /vocabulary?draft=7": vocabulary,
    "GET /vocabulary": vocabulary,
    "GET /history/services/tuva": { items: [] },
    [LOOK]: preview,
  });
});

function open(query = "", who: Parameters<typeof show>[1] = { draft }): void {
  show(<EntryPage collection="services" id="tuva" query={new URLSearchParams(query)} />, who);
}

const line = (name: string): Promise<HTMLElement> => screen.findByRole("group", { name });
const saved = (): Record<string, unknown> => (server.asked.find(({ method }) => method === "PUT")?.body ?? {}) as never;
const save = (): Promise<void> => userEvent.click(screen.getByRole("button", { name: "Tallenna luonnokseen" }));

async function raise(limit: string): Promise<void> {
  const value = await screen.findByRole("spinbutton", { name: "Ehto 1: arvo" });
  await userEvent.clear(value);
  await userEvent.type(value, limit);
}

describe("a rule in the form", () => {
  it("is changed, looked at ahead and saved by its revision", async () => {
    server.answer(SAVE, { revision: 5, content: tuva, problems: [] });
    open();
    await raise("25");
    await waitFor(() => expect(JSON.stringify(server.asked.at(-1)?.body)).toContain('"value":25'));
    await save();
    expect(saved()).toMatchObject({ revision: 4, content: { ways: [{ lines: [{ any_of: [{ value: 25 }] }] }] } });
    expect(await screen.findByText(/Tallennettu luonnokseen/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Tallenna luonnokseen" })).toBeDisabled();
  });

  it("tells of a line and of the whole who changed it", async () => {
    const step = { version: 2, at: "", author: "Eeva", approver: "Anu", note: "", effective_from: "2026-01-01", kind: "edit" };
    server.answer("GET /history/services/tuva/line?path=ways.0.lines.0", {
      items: [{ ...step, text_fi: "Ikä: enintään 27 vuotta", content: {} }],
    });
    open();
    await raise("25");
    await userEvent.click(screen.getByRole("button", { name: "Historia: Ehto 1" }));
    const told = screen.getByRole("dialog", { name: "Historia: Ehto 1" });
    expect(await within(told).findByText("Ikä: enintään 27 vuotta")).toBeInTheDocument();
    expect(within(told).getByText("Eeva, hyväksynyt Anu")).toBeInTheDocument();
    await userEvent.click(within(told).getByRole("button", { name: "Sulje" }));
    await userEvent.click(screen.getByRole("button", { name: "Historia: TUVA" }));
    expect(await screen.findByText("Historiaa ei ole vielä.")).toBeInTheDocument();
  });

  it("is read in plain Finnish beside it", async () => {
    open();
    expect(await screen.findByRole("button", { name: "Ikä: enintään 28 vuotta" })).toBeInTheDocument();
  });

  it("shows a problem at its line, and leads there from the list", async () => {
    const path = ["ways", 0, "lines", 0, "any_of", 0];
    const place = "services.tuva.ways.0.lines.0.any_of.0";
    const problem = { place, path, collection: "services", id: "tuva", place_fi: "ehto 1", code: "out_of_range" };
    const told = { ...problem, severity: "error", message_fi: "Luku on rajojen ulkopuolella.", detail: "" };
    server.answer(LOOK, { ...preview, problems: [told, { ...told, id: "muu", place: "services.muu" }] });
    open();
    await screen.findByRole("heading", { name: "Huomautettavaa (1)" });
    expect(within(await line("Ehto 1")).getByText(/rajojen ulkopuolella/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "ehto 1" }));
    expect(await line("Ehto 1")).toHaveFocus();
  });

  it("says what cannot be read at all", async () => {
    const places = [{ place: "services.tuva.fallback", code: "wrong_type" }];
    server.answer(LOOK, json({ code: "unreadable_entry", problems: places }, 422));
    open();
    expect((await screen.findAllByText(/Tätä kohtaa ei voi lukea/)).length).toBeGreaterThan(0);
  });

  it("opens at the place that a link names", async () => {
    open("kohta=preferring.0");
    await waitFor(async () => expect(await line("Puoltava 1")).toHaveFocus());
  });
});

describe("lines", () => {
  it("are copied, moved by keys and taken back", async () => {
    open();
    const first = await line("Ehto 1");
    await userEvent.click(within(first).getByRole("button", { name: "Kopioi Ehto 1" }));
    expect(await line("Ehto 2")).toHaveFocus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(await line("Ehto 1")).toHaveFocus();
    expect(screen.getByText(/Siirretty paikalle 1\/2/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Kumoa" }));
    await userEvent.click(screen.getByRole("button", { name: "Kumoa" }));
    expect(screen.queryByRole("group", { name: "Ehto 2" })).toBeNull();
  });

  it("are deleted and brought back", async () => {
    open();
    await userEvent.click(within(await line("Ehto 1")).getByRole("button", { name: "Poista Ehto 1" }));
    expect(screen.getByText(/Ehtoja ei ole/)).toBeInTheDocument();
    expect(screen.getByText(/Ehto 1 on poistettu/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Kumoa" }));
    expect(await line("Ehto 1")).toBeInTheDocument();
  });

  it("turn from required to preferring", async () => {
    open();
    await userEvent.click(within(await line("Ehto 1")).getByRole("button", { name: "Muuta puoltavaksi" }));
    expect(within(await line("Puoltava 2")).getByDisplayValue("Alle 29-vuotiaille")).toBeInTheDocument();
  });

  it("get another fact with the control of its type", async () => {
    open();
    const first = await line("Ehto 1");
    await userEvent.selectOptions(within(first).getByLabelText("Ehto 1: tieto"), "Työtilanne");
    await userEvent.selectOptions(within(first).getByLabelText("Ehto 1: vertailu"), "on jokin näistä");
    const values = within(first).getByRole("group", { name: "Ehto 1: arvo" });
    await userEvent.click(within(values).getByLabelText("Työssä"));
    await save();
    expect(saved()).toMatchObject({
      content: { ways: [{ lines: [{ any_of: [{ op: "one_of", value: ["tyoton", "tyossa"] }] }] }] },
    });
  });

  it("stand in several ways, of which one suffices", async () => {
    open();
    await userEvent.click(await screen.findByRole("button", { name: "Lisää toinen tapa" }));
    expect(screen.getByRole("region", { name: "tapa 2" })).toHaveFocus();
  });
});

describe("two editors on the same entry", () => {
  const theirs = { ...tuva, name_fi: "TUVA 2027", summary_fi: "Toisen tiivistelmä." };

  it("see both versions and choose; nothing is overwritten", async () => {
    const newest = { revision: 6, content: theirs, by: "Olli" };
    server.answer(SAVE, json({ code: "stale_entry", newest }, 409));
    server.answer("POST /drafts/7/reading", entry.reading);
    open();
    const name = await screen.findByLabelText("Nimi");
    await userEvent.type(name, " uusi");
    await save();
    const dialog = await screen.findByRole("dialog", { name: "Joku muu ehti tallentaa tämän" });
    expect(within(dialog).getByText("TUVA uusi")).toBeInTheDocument();
    expect(within(dialog).getByText("TUVA 2027")).toBeInTheDocument();
    expect(within(dialog).getByText(/säilyvät: tiivistelmä/)).toBeInTheDocument();
    const settle = within(dialog).getByRole("button", { name: "Tallenna valinnat" });
    expect(settle).toBeDisabled();
    await userEvent.click(within(dialog).getByLabelText(/Oma muutokseni/));
    server.answer(SAVE, { revision: 7, content: { ...theirs, name_fi: "TUVA uusi" }, problems: [] });
    await userEvent.click(settle);
    await screen.findByText(/Tallennettu luonnokseen/);
    expect(server.asked.filter(({ method }) => method === "PUT").at(-1)?.body).toMatchObject({
      revision: 6,
      content: { name_fi: "TUVA uusi", summary_fi: "Toisen tiivistelmä." },
    });
  });
});

describe("unsaved changes", () => {
  it("are there after a reload, and can be dropped", async () => {
    open();
    await raise("30");
    document.body.innerHTML = "";
    open();
    expect(await screen.findByText(/Aiemmat tallentamattomat muutoksesi ovat tallella/)).toBeInTheDocument();
    expect(screen.getByRole("spinbutton", { name: "Ehto 1: arvo" })).toHaveValue(30);
    await userEvent.click(screen.getByRole("button", { name: "Hylkää tallentamattomat" }));
    expect(screen.getByRole("spinbutton", { name: "Ehto 1: arvo" })).toHaveValue(28);
  });
});

describe("the trial", () => {
  it("says line by line what the rule at hand makes of a person", async () => {
    const found = { id: "tuva", name: "TUVA", verdict: "no", in_set: false, why_not: [], missing: [] };
    const reasons = [{ text: "Alle 29-vuotiaille", verdict: "no", path: "ways.0.lines.0" }];
    server.answer(TRIAL, { services: [{ ...found, reasons }], needs: [] });
    server.answer("GET /catalogue/people?q=&sort=name&offset=0&limit=200&draft=7", { total: 1, items: [{ id: "aino", label: "Aino" }] });
    server.answer("GET /catalogue/people/aino?draft=7", { ...entry, id: "aino", content: { id: "aino", facts: { ika: 30 } } });
    open();
    await userEvent.click(await screen.findByRole("tab", { name: "Kokeile" }));
    await userEvent.selectOptions(await screen.findByLabelText("Kenellä kokeillaan"), await screen.findByRole("option", { name: "Aino" }));
    expect(await screen.findByText("Ehdot eivät toteudu")).toBeInTheDocument();
    await waitFor(() =>
      expect(server.asked.filter(({ path }) => path.endsWith("/trial")).at(-1)?.body).toMatchObject({ facts: { ika: 30 }, service: "tuva" }),
    );
    await userEvent.click(screen.getByRole("button", { name: "Alle 29-vuotiaille" }));
    expect(await line("Ehto 1")).toHaveFocus();
  });
});

describe("without a draft or the right", () => {
  it("an entry is read, and an editor may begin a draft", async () => {
    open("", { draft: null });
    expect(await screen.findByText(/Katsot julkaistua versiota/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Muokkaa" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Tallenna luonnokseen" })).toBeNull();
  });

  it("an auditor only reads", async () => {
    open("", { draft, role: "auditor" });
    expect(await screen.findByText(/muutokset tekee ylläpitäjä/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Muokkaa" })).toBeNull();
  });
});
