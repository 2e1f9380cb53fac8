import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ResultView } from "../../src/result/ResultView";
import type { Suggestion, Verdicted } from "../../src/wire/suggestion";
import { service, suggestion } from "./samples";

function show(data: Suggestion, choices: Record<string, Verdicted> = {}) {
  const acts = { onChoose: vi.fn(), onHuman: vi.fn(), onPlan: vi.fn(), onBack: vi.fn() };
  const remote = { data, failed: false, loading: false, reload: vi.fn() };
  render(<ResultView remote={remote} choices={choices} {...acts} />);
  return acts;
}

const card = (name: string): HTMLElement => screen.getByRole("article", { name });

describe("the path", () => {
  it("has its stations in order of time, each with its services, and no empty ones", () => {
    show(suggestion());
    const stations = screen.getAllByRole("heading", { level: 2 }).slice(0, 2);
    expect(stations.map(({ textContent }) => textContent)).toEqual(["Nyt", "Myöhemmin"]);
    const first = stations[0]?.closest("li");
    expect(within(first!).getAllByRole("article")).toHaveLength(2);
  });

  it("explains each line by a mark and in words", async () => {
    show(suggestion());
    const first = card("Terveystarkastus");
    expect(within(first).getByText("ei vielä tiedossa")).not.toBeVisible();
    await userEvent.click(within(first).getByRole("button", { name: "Miksi tämä?" }));
    expect(within(first).getByText("toteutuu")).toBeVisible();
    expect(within(first).getByText("ei vielä tiedossa")).toBeVisible();
    expect(within(first).getByText("Kulkee rinnalla: Velkaneuvonta")).toBeVisible();
  });

  it("names who decides and the first step", () => {
    show(suggestion({ suggested: [service({})] }));
    expect(screen.getByText("Kuka päättää: hyvinvointialue")).toBeInTheDocument();
    expect(screen.getByText("Soita terveysasemalle.")).toBeInTheDocument();
  });

  it("takes a no as easily as a yes", async () => {
    const { onChoose } = show(suggestion());
    await userEvent.click(within(card("Velkaneuvonta")).getByRole("button", { name: "Ei minulle" }));
    await userEvent.click(within(card("Palkkatuki")).getByRole("button", { name: "Otan mukaan" }));
    expect(onChoose.mock.calls).toEqual([
      ["velat", "reject", undefined],
      ["tuki", "accept", undefined],
    ]);
  });

  it("lets a no be explained and undone", async () => {
    const { onChoose } = show(suggestion(), { velat: "reject" });
    await userEvent.click(within(card("Velkaneuvonta")).getByRole("button", { name: "Ei juuri nyt" }));
    await userEvent.click(within(card("Velkaneuvonta")).getByRole("button", { name: "Peru valinta" }));
    expect(onChoose.mock.calls).toEqual([
      ["velat", "reject", "Ei juuri nyt"],
      ["velat", null, undefined],
    ]);
  });

  it("names what has no service, and a next step for it", async () => {
    const { onHuman } = show(suggestion({ gaps: [{ id: "kieli", label: "Kielitaito" }] }));
    const gap = screen.getByText(/Kielitaito: sopivaa palvelua ei löytynyt/).closest("section");
    await userEvent.click(within(gap!).getByRole("button", { name: "Puhu ihmiselle" }));
    expect(onHuman).toHaveBeenCalledOnce();
  });

  it("leaves for a professional only what touches the person's needs, three at most", () => {
    const undecided = ["a", "b", "c", "d", "e"].map((name) => ({
      service: name,
      name: `Palvelu ${name}`,
      missing: [],
      needs: name === "a" ? ["muu"] : ["velat"],
    }));
    const needs = [{ id: "velat", label: "Velat", description: "", urgency: "normal" }];
    show(suggestion({ needs, undecided }));
    const shown = ["a", "b", "c", "d", "e"].filter((name) => screen.queryByText(`Palvelu ${name}`));
    expect(shown).toEqual(["b", "c", "d"]);
  });

  it("is honest when it knows too little", () => {
    show(suggestion({ suggested: [], complete: false }));
    expect(screen.getByText(/Emme vielä tiedä tarpeeksi/)).toBeInTheDocument();
    expect(screen.getByText(/Kaikkea ei ole vielä kysytty/)).toBeInTheDocument();
  });
});

describe("why not", () => {
  it("tells the line that left a service out, and what would change it", async () => {
    show(suggestion());
    await userEvent.type(screen.getByLabelText("Palvelun nimi"), "ohj");
    expect(screen.getByRole("heading", { name: "Ohjaamo" })).toBeInTheDocument();
    expect(screen.getByText("ei toteudu")).toBeInTheDocument();
    expect(screen.getByText("Jos olisit alle 30-vuotias.")).toBeInTheDocument();
  });

  it("tells what an undecided service waits for", async () => {
    show(suggestion());
    await userEvent.type(screen.getByLabelText("Palvelun nimi"), "kelan");
    expect(screen.getByText("Vastaus näihin ratkaisisi asian: Sairauden kesto")).toBeInTheDocument();
  });

  it("says when there is no such service", async () => {
    show(suggestion());
    await userEvent.type(screen.getByLabelText("Palvelun nimi"), "xyz");
    expect(screen.getByText(/ei löytynyt palvelua/)).toBeInTheDocument();
  });
});
