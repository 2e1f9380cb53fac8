import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { AdminApp } from "../../../src/admin/AdminApp";
import { linkTo, routeOf } from "../../../src/admin/routes";
import { draft } from "../editor/samples";
import { Server } from "../page";

const staff = { name: "Eeva", teams: [], csrf: "c", second_factor: "none", totp: false } as const;

function open(role: string): void {
  render(<AdminApp staff={{ ...staff, role, teams: [] }} onSignedOut={vi.fn()} />);
}

const listing = { version: 3, total: 0, facets: { groups: {}, freshness: {} }, items: [] };

function serve(): Server {
  return new Server({
    "GET /drafts": { items: [draft, { ...draft, id: 8, title: "Vanha", state: "published" }] },
    "GET /versions": { items: [{ version: 3, in_force: true }] },
    "GET /catalogue/services?q=&offset=0&limit=50": listing,
    "GET /catalogue/services?q=&offset=0&limit=50&draft=7": listing,
  });
}

describe("the address", () => {
  it("names the section, what it shows and the draft", () => {
    const link = linkTo(["luettelo", "services", "a b"], 7, { kohta: "ways.0" });
    expect(link).toBe("#/luettelo/services/a%20b?kohta=ways.0&luonnos=7");
    const route = routeOf(link.slice(1));
    expect(route).toMatchObject({ path: ["luettelo", "services", "a b"], draft: 7 });
    expect(Object.fromEntries(route.query)).toEqual({ kohta: "ways.0" });
    expect(routeOf("/x?luonnos=-1").draft).toBeNull();
  });
});

describe("the page", () => {
  it.each(["advisor", "supervisor"])("is not for an %s", (role) => {
    const server = serve();
    open(role);
    expect(screen.getByRole("heading", { name: "Tämä sivu ei kuulu rooliisi" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Siirry neuvojan työpöydälle" })).toHaveAttribute("href", "/neuvoja");
    expect(server.asked).toEqual([]);
  });

  it("shows what is published until a draft is chosen, and keeps the draft along", async () => {
    serve();
    open("admin");
    const picker = await screen.findByRole("combobox", { name: "Katsot" });
    expect(await screen.findByRole("option", { name: "Julkaistu versio 3" })).toBeInTheDocument();
    expect(screen.queryByRole("option", { name: /Vanha/ })).toBeNull();
    await userEvent.selectOptions(picker, "Luonnos: Ikärajat");
    expect(await screen.findByRole("combobox", { name: "Muokkaat" })).toHaveValue("7");
    expect(screen.getByRole("link", { name: "Tarpeet" })).toHaveAttribute("href", "#/luettelo/needs?luonnos=7");
  });

  it("begins a draft at the place where one is", async () => {
    const server = serve();
    server.answer("POST /drafts", { ...draft, title: "Uusi" });
    open("admin");
    await userEvent.click(await screen.findByRole("button", { name: "Uusi luonnos" }));
    await userEvent.type(screen.getByLabelText("Luonnoksen nimi"), "Ikärajat");
    await userEvent.click(screen.getByRole("button", { name: "Aloita muokkaus" }));
    expect(await screen.findByRole("combobox", { name: "Muokkaat" })).toHaveValue("7");
    expect(server.writes()[0]?.body).toEqual({ title: "Ikärajat" });
  });

  it("lets an auditor look but not begin", async () => {
    serve();
    open("auditor");
    await screen.findByRole("combobox", { name: "Katsot" });
    expect(screen.queryByRole("button", { name: "Uusi luonnos" })).toBeNull();
  });
});
