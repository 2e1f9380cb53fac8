import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import Statistics from "../../../src/admin/statistics/Statistics";
import { json } from "../../fakeServer";
import { Server, show } from "../page";
import { row, statistics, table } from "./samples";

const ALL = "GET /statistics?group=none";

function open(query = ""): void {
  show(<Statistics rest={[]} query={new URLSearchParams(query)} />, { role: "auditor" });
}

function section(name: string): HTMLElement {
  return screen.getByRole("region", { name });
}

describe("the statistics", () => {
  it("begin with the numbers that one looks at first", async () => {
    new Server({ [ALL]: statistics() });
    open();
    const figures = within(await screen.findByRole("region", { name: "Tärkeimmät luvut" }));
    const told = figures.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(told).toEqual([
      "80keskustelua",
      "75 %sai ehdotuksen palveluista",
      "9ohjausta ihmiselle",
      "4min odotti ihmistä mediaanina",
      "..viestiä jäi ymmärtämättä",
    ]);
  });

  it("have the numbers of each chart as a table and as a file", async () => {
    new Server({ [ALL]: statistics() });
    open();
    await screen.findByRole("heading", { name: "Kysymykset" });
    const part = within(section("Kysymykset"));
    expect(part.getByRole("link", { name: "Lataa CSV: Kysymykset" })).toHaveAttribute(
      "href",
      "/api/v1/admin/statistics.csv?table=questions&from=2026-11-02&to=2026-11-15&group=none",
    );
    await userEvent.click(part.getByText("Näytä luvut taulukkona"));
    const cells = within(part.getByRole("row", { name: /Ikä/ })).getAllByRole("cell");
    expect(cells.map(({ textContent }) => textContent)).toEqual(["50", "45", "5"]);
  });

  it("say of a hidden number that it is hidden", async () => {
    new Server({ [ALL]: statistics() });
    open();
    await screen.findByRole("heading", { name: "Loput" });
    expect(within(section("Loput")).getAllByTitle("peitetty").length).toBeGreaterThan(0);
    expect(screen.getByText(/alle 5/)).toBeInTheDocument();
  });

  it("compare groups in tables of their own and by their share", async () => {
    const tables = [
      table("weeks", [row("", "count", 90, { cells: [50, 40] })], "Viikot"),
      table("endings", [row("result", "count", 50, { cells: [40, null] })], "Loput"),
    ];
    const groups = [
      { id: "u18", label: "Alle 18" },
      { id: "", label: "Ei tiedossa" },
    ];
    new Server({ "GET /statistics?group=age": statistics({ group: "age", groups, tables }) });
    open("ryhma=age");
    const shares = within(await screen.findByRole("region", { name: /osuus keskusteluista/ })).getAllByRole("listitem");
    expect(shares.map(({ textContent }) => textContent)).toEqual(["Alle 1880 %", "Ei tiedossa.."]);
    await userEvent.click(within(section("Loput")).getByText("Näytä luvut taulukkona"));
    expect(within(section("Loput")).getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
      "Mitä",
      "Kaikki",
      "Alle 18",
      "Ei tiedossa",
    ]);
  });

  it("are asked for by weeks and by group, and the address keeps that", async () => {
    new Server({ [ALL]: statistics() });
    open();
    await screen.findByRole("heading", { name: "Viikot" });
    await userEvent.selectOptions(screen.getByLabelText("Vertaile"), "Iän mukaan");
    await userEvent.click(screen.getByRole("button", { name: "Näytä" }));
    expect(window.location.hash).toBe("#/tilastot?alku=2026-11-02&loppu=2026-11-15&ryhma=age");
  });

  it("say when the weeks are no good", async () => {
    const path = "GET /statistics?from=2026-11-20&to=2026-11-01&group=none";
    new Server({ [path]: json({ code: "invalid_period" }, 422) });
    open("alku=2026-11-20&loppu=2026-11-01");
    expect(await screen.findByText(/Aika ei kelpaa/)).toBeInTheDocument();
  });

  it("can be read with a screen reader", async () => {
    new Server({ [ALL]: statistics() });
    open();
    await screen.findByRole("heading", { name: "Viikot" });
    const found = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });
});
