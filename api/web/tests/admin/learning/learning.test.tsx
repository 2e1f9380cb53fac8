import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import Learning from "../../../src/admin/learning/Learning";
import type { Misread, Model } from "../../../src/admin/learning/wire";
import type { FactWords } from "../../../src/admin/wire/catalogue";
import { json } from "../../fakeServer";
import { Server, show } from "../page";

const debt: FactWords = {
  id: "velkaongelma",
  label: "Velkaongelma",
  type: "bool",
  group: "talous",
  sensitivity: "sensitive",
  values: [],
  unit: null,
  min: null,
  max: null,
  operators: [{ id: "is", label: "on" }],
};

const misread = (extra: Partial<Misread> = {}): Misread => ({
  conversation: "c-1",
  seq: 4,
  kind: "not_understood",
  fact: null,
  text: "rahat syö mörkö",
  question: "Onko sinulla velkoja?",
  state: null,
  at: "2026-11-21T10:00:00Z",
  ...extra,
});

const model = (extra: Partial<Model> = {}): Model => ({
  id: 2,
  kind: "trained",
  state: "ready",
  stage: null,
  progress: 100,
  failure: null,
  author: "Eeva",
  examples: 3,
  started: "2026-11-21T10:00:00Z",
  outdated: false,
  active: false,
  reads: false,
  refused: false,
  reason: null,
  scores: { acts: 0.95, facts: 0.9 },
  lower: false,
  ...extra,
});

function open(answers: Record<string, unknown>, rest: string[], role = "admin"): Server {
  const server = new Server({ "GET /vocabulary": { facts: [debt] }, ...answers });
  show(<Learning rest={rest} query={new URLSearchParams()} />, { role });
  return server;
}

describe("the messages", () => {
  it("are taught from with what they mean", async () => {
    const server = open(
      { "GET /learning/messages": { items: [misread()], withheld: 3 }, "POST /learning/examples": { id: 1 } },
      [],
    );
    expect(await screen.findByText("Onko sinulla velkoja?")).toBeInTheDocument();
    expect(screen.getByText(/Lisäksi 3 viestiä/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Opeta" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.selectOptions(dialog.getByLabelText("Mitä kirjoittaja haluaa"), "inform");
    await userEvent.selectOptions(dialog.getByLabelText("Valitse tieto"), "velkaongelma");
    await userEvent.type(dialog.getByLabelText("Sanat, joista tämä näkyy"), "syö mörkö");
    await userEvent.click(dialog.getByRole("button", { name: "Tallenna esimerkki" }));
    await waitFor(() => expect(server.writes()).toHaveLength(1));
    expect(server.writes()[0]?.body).toEqual({
      content: {
        kind: "message",
        text: "rahat syö mörkö",
        asked: null,
        act: "inform",
        marks: [{ fact: "velkaongelma", value: true, words: "syö mörkö" }],
      },
      source: { conversation: "c-1", seq: 4 },
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("are put aside, and can be taken up again", async () => {
    const settled = misread({ seq: 6, state: "dismissed", text: "asdf" });
    const server = open(
      { "GET /learning/messages": { items: [misread(), settled], withheld: 0 }, "PUT /learning/messages/c-1/4": {} },
      ["viestit"],
    );
    await userEvent.click(await screen.findByRole("button", { name: "Ei opittavaa" }));
    await waitFor(() => expect(server.writes()[0]?.body).toEqual({ state: "dismissed" }));
    expect(screen.getByText("Käsitellyt (1)")).toBeInTheDocument();
  });

  it("are only read by an auditor", async () => {
    open({ "GET /learning/messages": { items: [misread()], withheld: 0 } }, ["viestit"], "auditor");
    expect(await screen.findByText("rahat syö mörkö")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Opeta" })).not.toBeInTheDocument();
  });
});

describe("the examples", () => {
  it("say what is wrong with a new one", async () => {
    const refused = json({ code: "invalid_example", problems: [{ code: "one_word", place: "spoken" }] }, 422);
    open({ "GET /learning/examples": { items: [] }, "POST /learning/examples": refused }, ["esimerkit"]);
    await userEvent.click(await screen.findByRole("button", { name: "Lisää puhekielen sana" }));
    await userEvent.type(screen.getByLabelText("Sana puhekielellä"), "kaksi sanaa");
    await userEvent.type(screen.getByLabelText("Sama yleiskielellä"), "velka");
    await userEvent.click(screen.getByRole("button", { name: "Tallenna esimerkki" }));
    expect(await screen.findByText("Puhekielen muodon pitää olla yksi sana.")).toBeInTheDocument();
  });
});

describe("the models", () => {
  it("show how far a training is and how each scores", async () => {
    const training = model({ id: 3, state: "training", stage: "reading", progress: 70, scores: null, lower: null });
    const base = model({ id: 1, kind: "base", author: "", active: true, reads: true, lower: null });
    open({ "GET /learning/models": { items: [training, base] } }, ["mallit"]);
    expect(await screen.findByRole("progressbar")).toHaveAttribute("value", "70");
    expect(screen.getByRole("button", { name: "Kouluta uusi malli" })).toBeDisabled();
    expect(screen.getByText("95,0")).toBeInTheDocument();
    expect(screen.getByText("Käytössä")).toBeInTheDocument();
  });

  it("that score lower need a reason", async () => {
    const server = open(
      {
        "GET /learning/models": { items: [model({ lower: true })] },
        "POST /learning/models/2/activation": json({ code: "scores_lower" }, 409),
      },
      ["mallit"],
      "approver",
    );
    await userEvent.click(await screen.findByRole("button", { name: "Ota käyttöön" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.click(dialog.getByRole("button", { name: "Ota käyttöön" }));
    expect(await dialog.findByText("Malli lukee huonommin. Kirjoita peruste.")).toBeInTheDocument();
    server.answer("POST /learning/models/2/activation", model({ active: true }));
    await userEvent.type(dialog.getByLabelText("Peruste"), "uusi murre");
    await userEvent.click(dialog.getByRole("button", { name: "Ota käyttöön" }));
    await waitFor(() => expect(server.writes().at(-1)?.body).toEqual({ reason: "uusi murre" }));
  });

  it("are compared act by act and fact by fact, what changed first", async () => {
    const row = { occurs: 5, before: 0.8, after: 0.8 };
    const details = {
      ...model(),
      provenance: [{ id: 1, author: "Eeva" }],
      wrong: [7],
      comparison: {
        lower: false,
        acts: [
          { ...row, id: "*" },
          { ...row, id: "deny" },
        ],
        facts: [
          { ...row, id: "*", after: 0.9 },
          { ...row, id: "velkaongelma", label: "Velkaongelma", after: 1 },
        ],
      },
    };
    open({ "GET /learning/models/2": details }, ["mallit", "2"]);
    expect(await screen.findByRole("row", { name: "Velkaongelma 5 80,0 100,0 +20,0" })).toBeInTheDocument();
    expect(screen.queryByText("Vastaa ei")).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText("Näytä myös ne, jotka eivät muuttuneet"));
    expect(screen.getByText("Vastaa ei")).toBeInTheDocument();
  });
});
