import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { FactsPanel } from "../../src/facts/FactsPanel";
import type { Fact } from "../../src/wire/suggestion";
import { VisitorApi } from "../../src/wire/visitor";
import { json, ROOT } from "../fakeServer";

const fact = (extra: Partial<Fact>): Fact => ({
  fact: "velat",
  label: "Velat",
  sensitivity: "basic",
  status: "known",
  value: true,
  value_label: null,
  words: null,
  source_seq: 2,
  options: [
    { label: "Kyllä", value: true },
    { label: "Ei", value: false },
  ],
  control: "choice",
  ...extra,
});

function show(items: Fact[], status = 204) {
  const calls: [string, string | undefined, unknown][] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    calls.push([path, init.method, init.body ? JSON.parse(init.body as string) : null]);
    return Promise.resolve(json(status === 204 ? null : { code: "x" }, status));
  });
  const onChanged = vi.fn();
  const facts = { data: { items }, failed: false, loading: false, reload: vi.fn() };
  render(<FactsPanel api={new VisitorApi({ id: "c1", token: "t" })} facts={facts} onChanged={onChanged} />);
  return { calls, onChanged };
}

describe("the panel of facts", () => {
  it("shows the value, the person's own words and how private it is", () => {
    show([fact({ words: "ulosotto vie kaiken", sensitivity: "health" })]);
    expect(screen.getByText("Kyllä")).toBeInTheDocument();
    expect(screen.getByText("ulosotto vie kaiken")).toBeInTheDocument();
    expect(screen.getByText("terveystieto")).toBeInTheDocument();
  });

  it("tells a yes or a no as a sentence", () => {
    show([fact({ value: false, told: "velat eivät huoleta sinua", sensitivity: "sensitive" })]);
    expect(screen.getByText(/^Velat eivät huoleta sinua/)).toBeInTheDocument();
    expect(screen.queryByText("Ei")).toBeNull();
    expect(screen.getByRole("button", { name: "Muuta: Velat" })).toBeInTheDocument();
  });

  it("tells refused and unknown from a no", () => {
    show([fact({ status: "declined", value: null }), fact({ fact: "b", status: "dont_know", value: null })]);
    expect(screen.getByText("Et halunnut kertoa")).toBeInTheDocument();
    expect(screen.getByText("Et tiedä")).toBeInTheDocument();
  });

  it("corrects with the control of the question and lets the suggestion be fetched again", async () => {
    const { calls, onChanged } = show([fact({})]);
    await userEvent.click(screen.getByRole("button", { name: "Muuta: Velat" }));
    await userEvent.click(screen.getByRole("button", { name: "Ei" }));
    expect(calls).toEqual([[`${ROOT}/c1/facts/velat`, "PUT", { value: false }]]);
    expect(onChanged).toHaveBeenCalledOnce();
    expect(screen.queryByRole("button", { name: "Ei" })).toBeNull();
  });

  it("lets a fact be declined afterwards", async () => {
    const { calls } = show([fact({})]);
    await userEvent.click(screen.getByRole("button", { name: "Muuta: Velat" }));
    await userEvent.click(screen.getByRole("button", { name: "En halua kertoa" }));
    expect(calls).toEqual([[`${ROOT}/c1/facts/velat`, "PUT", { declined: true }]]);
  });

  it("starts a list from what is known", async () => {
    const options = ["a", "b", "c"].map((value) => ({ label: value.toUpperCase(), value }));
    const { calls } = show([fact({ control: "multi", value: ["a", "b"], options })]);
    await userEvent.click(screen.getByRole("button", { name: "Muuta: Velat" }));
    await userEvent.click(screen.getByRole("button", { name: "B" }));
    await userEvent.click(screen.getByRole("button", { name: "C" }));
    await userEvent.click(screen.getByRole("button", { name: "Tallenna" }));
    expect(calls[0]?.[2]).toEqual({ value: ["a", "c"] });
  });

  it("removes, and says so", async () => {
    const { calls } = show([fact({})]);
    await userEvent.click(screen.getByRole("button", { name: "Poista: Velat" }));
    expect(calls).toEqual([[`${ROOT}/c1/facts/velat`, "DELETE", null]]);
    expect(screen.getByText("Poistettu: Velat")).toBeInTheDocument();
  });

  it("keeps the editor open when saving failed", async () => {
    const { onChanged } = show([fact({})], 500);
    await userEvent.click(screen.getByRole("button", { name: "Muuta: Velat" }));
    await userEvent.click(screen.getByRole("button", { name: "Ei" }));
    expect(await screen.findByText(/ei saatu tallennettua/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Ei" })).toBeInTheDocument();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it("says plainly when nothing is known", () => {
    show([]);
    expect(screen.getByText(/En ole vielä ymmärtänyt/)).toBeInTheDocument();
  });
});
