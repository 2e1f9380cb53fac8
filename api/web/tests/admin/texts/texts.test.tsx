import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { ChatPreview } from "../../../src/admin/texts/ChatPreview";
import { TextPage } from "../../../src/admin/texts/TextPage";
import type { TextListing, TextRow } from "../../../src/admin/texts/wire";
import { problem } from "../samples";
import { draft, preview, vocabulary } from "../editor/samples";
import { Server, show } from "../page";

const LIST = "GET /catalogue/texts?q=&offset=0&limit=50&draft=7&contents=true";
const SAVE = "PUT /drafts/7/entries/texts/greeting";
const LOOK = "POST /drafts/7/preview";

const row: TextRow = {
  id: "greeting",
  label: "Hei.",
  group: null,
  freshness: null,
  checked_on: null,
  recheck_on: null,
  used_in: 0,
  problems: { error: 0, warning: 0 },
  changed: null,
  content: { id: "greeting", fi: "Hei {name}.", selko: null, sv: "Hej.", en: null },
  found: [],
};

const page: TextListing = {
  version: 3,
  revision: 4,
  total: 1,
  facets: { groups: {}, freshness: {} },
  items: [row],
};

const words = { ...vocabulary, fields: { fi: "yleiskieli", selko: "selkokieli", sv: "ruotsi", en: "englanti" } };
let server: Server;

beforeEach(() => {
  sessionStorage.clear();
  window.location.hash = "";
  server = new Server({ [LIST]: page, "GET /vocabulary?draft=7": words, [LOOK]: preview });
});

const open = (query = ""): void => show(<TextPage query={new URLSearchParams(query)} />, { draft });

async function edit(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole("button", { name: "Muokkaa: greeting" }));
  return screen.getByLabelText("Selkokieli");
}

describe("the texts", () => {
  it("stand side by side, and a missing one is named", async () => {
    open();
    const item = await screen.findByRole("article", { name: "greeting" });
    expect(within(item).getByText("Hei {name}.")).toBeInTheDocument();
    await waitFor(() => expect(within(item).getByRole("heading", { name: "Ruotsi" })).toBeInTheDocument());
    expect(within(item).getAllByText("Puuttuu")).toHaveLength(1);
    expect(within(item).queryByRole("heading", { name: "Englanti" })).not.toBeInTheDocument();
  });

  it("are narrowed to those without plain language", async () => {
    server.answer(LIST.replace("&draft", "&missing=selko&draft"), { ...page, total: 0, items: [] });
    open("puuttuu=selko");
    expect(await screen.findByText("0 kohtaa")).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: "Puuttuu selkokieli" })).toBeChecked();
  });

  it("are edited in place, checked as one writes and saved by revision", async () => {
    const promise = problem({ collection: "texts", id: "greeting", path: ["selko"], message_fi: "Tämä lupaa." });
    server.answer(LOOK, { ...preview, problems: [promise] });
    server.answer(SAVE, { revision: 5, content: { ...row.content, selko: "Moi." }, problems: [] });
    open();
    await userEvent.type(await edit(), "Moi.");
    expect(await screen.findByText("Tämä lupaa.")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Tallenna luonnokseen" }));
    expect(await screen.findByText(/Tallennettu luonnokseen/)).toBeInTheDocument();
    const [saved] = server.writes().filter(({ method }) => method === "PUT");
    expect(saved?.body).toEqual({ revision: 4, content: { ...row.content, selko: "Moi." } });
  });

  it("are only read where one may not edit", async () => {
    show(<TextPage query={new URLSearchParams()} />, { draft, role: "auditor" });
    expect(await screen.findByText("Hei {name}.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Muokkaa/ })).not.toBeInTheDocument();
  });
});

describe("questions and services", () => {
  const replies = [{ label_fi: "Kyllä", label_selko: null }, { label_fi: "Ei tietoa", label_selko: "En tiedä" }];
  const fact = { id: "ika", question_fi: "Minkä ikäinen olet?", question_selko: null, help_fi: null, help_selko: null };
  const steps = [{ step_fi: "Soita heti.", step_selko: "Soita nyt." }];
  const service = { id: "tuva", summary_fi: "Koulutus.", summary_selko: "Koulu.", first_steps_when: steps };
  const labels = { question_fi: "kysymys", question_selko: "kysymys selkokielellä", help_fi: "ohje" };
  const listing = (collection: string, more = ""): string => LIST.replace("texts", collection).replace("&draft", `${more}&draft`);
  const shown = (content: TextRow["content"]): TextListing => ({ ...page, items: [{ ...row, id: "ika", label: "Ikä", content }] });

  beforeEach(() => server.answer("GET /vocabulary?draft=7", { ...words, fields: labels }));

  it("stand beside their selkokieli, which is missing only of what is said", async () => {
    server.answer(listing("facts"), shown({ ...fact, quick_replies_fi: replies }));
    open("aineisto=facts");
    const item = await screen.findByRole("article", { name: "Ikä" });
    await within(item).findByRole("heading", { name: "Kysymys selkokielellä" });
    expect(within(item).getAllByText("Puuttuu")).toHaveLength(2);
    expect(within(item).queryByRole("heading", { name: /^Help_selko/ })).not.toBeInTheDocument();
    expect(within(item).getByText("Kyllä · Ei tietoa")).toBeInTheDocument();
    expect(within(item).getByText("Kyllä · En tiedä")).toBeInTheDocument();
  });

  it("tell the first step of each situation in both", async () => {
    server.answer(listing("services"), shown(service));
    open("aineisto=services");
    const item = await screen.findByRole("article", { name: "Ikä" });
    expect(await within(item).findByRole("heading", { name: "Ensimmäinen askel, tilanne 1 selkokielellä" })).toBeInTheDocument();
    expect(within(item).getByText("Soita nyt.")).toBeInTheDocument();
  });

  it("are narrowed to those without plain language too", async () => {
    server.answer(listing("facts", "&missing=selko"), { ...page, total: 0, items: [] });
    open("aineisto=facts&puuttuu=selko");
    expect(await screen.findByText("0 kohtaa")).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: "Puuttuu selkokieli" })).toBeChecked();
  });

  it("are written in both, the labels of answers too", async () => {
    server.answer(listing("facts"), shown({ ...fact, quick_replies_fi: replies }));
    open("aineisto=facts");
    await userEvent.click(await screen.findByRole("button", { name: "Muokkaa: Ikä" }));
    await userEvent.type(screen.getByLabelText("Kysymys selkokielellä"), "Kuinka vanha olet?");
    const easy = screen.getByRole("group", { name: "Näin asiakas näkee sen selkokielellä" });
    expect(within(easy).getByText("Kuinka vanha olet?")).toBeInTheDocument();
    expect(within(easy).getByText("En tiedä")).toBeInTheDocument();
    expect(screen.getByLabelText("Pikavastaus 2 selkokielellä")).toHaveValue("En tiedä");
  });
});

describe("the preview", () => {
  it("shows a text as the assistant says it, with its blanks filled", () => {
    show(<ChatPreview collection="texts" content={row.content} />);
    expect(screen.getByText("Hei Ohjaamo.")).toHaveClass("message__text");
    expect(screen.getByText("Hej.")).toBeInTheDocument();
  });

  it("shows a question with its answers", () => {
    const replies = [{ label_fi: "Kyllä", value: true, answer: null }, { label_fi: "En tiedä", value: null, answer: "unknown" }];
    const content = { id: "tyoton", type: "bool", question_fi: "Oletko työtön?", help_fi: "Siksi.", quick_replies_fi: replies };
    show(<ChatPreview collection="facts" content={content} />);
    expect(screen.getByText("Oletko työtön?")).toBeInTheDocument();
    expect(screen.getByText("En tiedä")).toBeInTheDocument();
  });

  it("shows a service and a number as they are sent", () => {
    show(<ChatPreview collection="services" content={{ id: "tuva", name_fi: "TUVA", summary_fi: "Koulutus." }} />);
    show(<ChatPreview collection="numbers" content={{ id: "h", name_fi: "Hätänumero", number: "112", tel: "tel:112" }} />);
    expect(screen.getByText("Koulutus.")).toBeInTheDocument();
    expect(screen.getByText("Hätänumero")).toBeInTheDocument();
  });
});
