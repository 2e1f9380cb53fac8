import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import Checks from "../../../src/admin/desk/Checks";
import { DueNotice } from "../../../src/admin/desk/DueNotice";
import { blank } from "../../../src/admin/catalogue/blank";
import { today } from "../../../src/admin/drafts/said";
import { EntryPage } from "../../../src/admin/editor/EntryPage";
import type { Content } from "../../../src/admin/wire/drafting";
import { draft, entry, preview, vocabulary } from "../editor/samples";
import { Server, show } from "../page";

const due = { collection: "numbers", id: "kriisi", label: "Kriisipuhelin", state: "overdue", date: "2026-11-01", days_left: -21 };

function open(collection: string, content: Content & { id: string }): Server {
  const { id } = content;
  const server = new Server({
    [`GET /catalogue/${collection}/${id}?draft=7`]: { ...entry, id, content, published: content, reading: null },
    "GET /vocabulary?draft=7": vocabulary,
    [`GET /history/${collection}/${id}`]: { items: [] },
    "POST /drafts/7/preview": preview,
    [`PUT /drafts/7/entries/${collection}/${id}`]: { revision: 5, content, problems: [] },
  });
  show(<EntryPage collection={collection} id={id} query={new URLSearchParams()} />, { draft });
  return server;
}

async function saved(server: Server): Promise<unknown> {
  await userEvent.click(screen.getByRole("button", { name: "Tallenna luonnokseen" }));
  return server.asked.find(({ method }) => method === "PUT")?.body;
}

beforeEach(() => sessionStorage.clear());

describe("what is to be checked again", () => {
  it("stands on the first page with a link", async () => {
    new Server({ "GET /freshness?days=30": { items: [due] } });
    show(<DueNotice />);
    const link = await screen.findByRole("link", { name: "Kriisipuhelin" });
    expect(link).toHaveAttribute("href", "#/luettelo/numbers/kriisi");
    expect(screen.getByText("21 pv myöhässä")).toBeInTheDocument();
  });

  it("is looked at further ahead", async () => {
    new Server({ "GET /freshness?days=365": { items: [{ ...due, days_left: 0 }, { ...due, id: "x", days_left: 40 }] } });
    show(<Checks rest={[]} query={new URLSearchParams("pv=365")} />);
    expect(await screen.findByText("tänään")).toBeInTheDocument();
    expect(screen.getByText("40 pv")).toBeInTheDocument();
  });

  it("says when there is nothing", async () => {
    new Server({ "GET /freshness?days=30": { items: [] } });
    show(<Checks rest={[]} query={new URLSearchParams()} />);
    expect(await screen.findByText("Tältä ajalta ei ole tarkistettavaa.")).toBeInTheDocument();
  });
});

describe("the service hours", () => {
  const hours = {
    id: "palveluaika",
    timezone: "Europe/Helsinki",
    always: false,
    week: { mon: [{ opens: "09:00:00", closes: "16:00:00" }] },
    closed_on: ["2026-12-24"],
    text_fi: "maanantaisin",
  };

  it("get another time and the same for all weekdays", async () => {
    const server = open("hours", hours);
    await userEvent.click(await screen.findByRole("button", { name: "Lauantai: lisää aika" }));
    expect(screen.getByLabelText("Lauantai: aika 1 alkaa")).toHaveValue("09:00");
    await userEvent.click(screen.getByRole("button", { name: "Sama kaikille arkipäiville" }));
    expect(await saved(server)).toMatchObject({
      content: { week: { fri: hours.week.mon, sat: [{ opens: "09:00", closes: "16:00" }] } },
    });
  });

  it("lose a day off", async () => {
    const server = open("hours", hours);
    await userEvent.click(await screen.findByRole("button", { name: "Poista 24.12.2026" }));
    expect(await saved(server)).toMatchObject({ content: { closed_on: [] } });
  });
});

describe("a crisis number", () => {
  const number = { id: "kriisi", name_fi: "Kriisipuhelin", areas: ["15"], languages: ["fi"], checked_on: "2026-01-01", recheck_days: 90 };

  it("serves areas and languages by name", async () => {
    const server = open("numbers", number);
    const areas = await screen.findByRole("region", { name: "Alueet, joilla numero palvelee" });
    expect(within(areas).getByText("Keski-Suomen hyvinvointialue")).toBeInTheDocument();
    await userEvent.click(within(areas).getByRole("button", { name: "Poista Keski-Suomen hyvinvointialue" }));
    expect(await saved(server)).toMatchObject({ content: { areas: [] } });
  });

  it("that is new has been looked at today", () => {
    expect(blank(number)).toMatchObject({ name_fi: "", areas: [], checked_on: today(), recheck_days: 90 });
  });
});
