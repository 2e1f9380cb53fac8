import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import Catalogue from "../../../src/admin/catalogue/Catalogue";
import { useRoute } from "../../../src/admin/routes";
import type { Row } from "../../../src/admin/wire/catalogue";
import { draft } from "../editor/samples";
import { Server, show } from "../page";

const LIST = "GET /catalogue/services";

const row: Row = {
  id: "tuva",
  label: "TUVA",
  group: "koulutus",
  freshness: "due",
  checked_on: "2025-12-01",
  recheck_on: "2026-12-01",
  used_in: 2,
  problems: { error: 1, warning: 0 },
  changed: null,
};

const page = {
  version: 3,
  total: 120,
  facets: { groups: { koulutus: 70, "terveys-kuntoutus": 50 }, freshness: { fresh: 119, due: 1 } },
  items: [row, { ...row, id: "x", label: "Muu", freshness: "fresh", problems: null }],
};

function Page() {
  const [route] = useRoute();
  return <Catalogue rest={["services"]} query={route.query} />;
}

describe("the table of services", () => {
  it("tells of each its group, freshness, uses and problems", async () => {
    new Server({ [`${LIST}?q=&offset=0&limit=50`]: page });
    show(<Page />);
    const first = (await screen.findByRole("link", { name: "TUVA" })).closest("tr")!;
    expect(first).toHaveTextContent("Koulutus");
    expect(first).toHaveTextContent("Tarkistettava pian");
    expect(first).toHaveTextContent("2 paikassa");
    expect(within(first).getByText("1 korjattavaa")).toBeInTheDocument();
    expect(screen.getByText("Lasketaan")).toBeInTheDocument();
    expect(screen.getByText("120 kohtaa")).toBeInTheDocument();
  });

  it("is searched, filtered, sorted and paged through the address", async () => {
    window.location.hash = "#/luettelo/services";
    const server = new Server({});
    for (const asked of ["", "&group=koulutus", "&sort=name"]) server.answer(`${LIST}?q=&offset=0&limit=50${asked}`, page);
    const base = `${LIST}?q=&group=koulutus`;
    server.answer(`${base}&offset=0&limit=50`, page);
    server.answer(`${base}&sort=name&offset=0&limit=50`, page);
    server.answer(`${base}&sort=name&offset=50&limit=50`, page);
    server.answer(`${LIST}?q=tuva&group=koulutus&sort=name&offset=0&limit=50`, { ...page, total: 1 });
    show(<Page />);
    await userEvent.selectOptions(await screen.findByLabelText("Ryhmä"), "Koulutus (70)");
    await userEvent.click(await screen.findByRole("button", { name: "Nimi" }));
    await userEvent.click(await screen.findByRole("button", { name: "Seuraava" }));
    await waitFor(() => expect(server.asked.at(-1)?.path).toBe("/catalogue/services?q=&group=koulutus&sort=name&offset=50&limit=50"));
    await userEvent.type(screen.getByRole("searchbox", { name: "Hae" }), "tuva");
    expect(await screen.findByText("1 kohta")).toBeInTheDocument();
    expect(window.location.hash).toContain("haku=tuva");
    expect(window.location.hash).not.toContain("sivu");
  });

  it("begins a new service in the draft with the shape of another", async () => {
    const server = new Server({
      [`${LIST}?q=&offset=0&limit=50&draft=7`]: page,
      "GET /catalogue/services/tuva?draft=7": { content: { id: "tuva", name_fi: "TUVA", group: "koulutus", ways: [], after: ["x"] } },
      "PUT /drafts/7/entries/services/uusi-palvelu": { revision: 5, content: {}, problems: [] },
    });
    show(<Page />, { draft });
    await userEvent.click(await screen.findByRole("button", { name: "Lisää uusi" }));
    await userEvent.type(await screen.findByLabelText("Nimi"), "Uusi palvelu");
    await userEvent.click(screen.getByRole("button", { name: "Luo ja avaa" }));
    await waitFor(() => expect(window.location.hash).toBe("#/luettelo/services/uusi-palvelu?luonnos=7"));
    expect(server.writes()[0]?.body).toEqual({
      revision: 4,
      content: { id: "uusi-palvelu", name_fi: "Uusi palvelu", group: "koulutus", ways: [{ lines: [] }], after: [] },
    });
  });

  it("is put in another order by rows, where nothing is filtered", async () => {
    const server = new Server({
      [`${LIST}?q=&offset=0&limit=50`]: page,
      "GET /catalogue/order/services?draft=7": { revision: 4, content: { id: "services", value: ["tuva", "x", "z"] } },
      "POST /drafts/7/order/services": { revision: 5 },
    });
    server.answer(`${LIST}?q=&offset=0&limit=50&draft=7`, page);
    show(<Page />, { draft });
    expect(await screen.findByRole("button", { name: "Siirrä TUVA ylemmäs" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Siirrä TUVA alemmas" }));
    expect(await screen.findByText("Siirretty paikalle 2/3.")).toBeInTheDocument();
    expect(server.writes()[0]?.body).toEqual({ revision: 4, ids: ["x", "tuva", "z"] });
  });

  it("keeps its order where it is sorted otherwise or only looked at", async () => {
    new Server({ [`${LIST}?q=&offset=0&limit=50`]: page });
    show(<Page />);
    expect(await screen.findByRole("link", { name: "TUVA" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Siirrä TUVA alemmas" })).toBeNull();
  });
});
