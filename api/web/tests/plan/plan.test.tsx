import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { dayText, emptyCard, merged, moved, numbered, sendable } from "../../src/plan/card";
import { PlanEditor } from "../../src/plan/PlanEditor";
import { PlanState } from "../../src/plan/PlanState";
import { PlanSheet } from "../../src/plan/PlanSheet";
import { usePlan } from "../../src/plan/usePlan";
import { Refused } from "../../src/wire/http";
import type { Plan, PlanContent } from "../../src/wire/plan";

const step = { id: "s1", text: "Soita", who: "Minä", when: "2026-12-01", done: false };
const card: PlanContent = {
  goal: "Töihin",
  services: [
    { id: "a", order: 1 },
    { id: "b", order: 2 },
  ],
  steps: [step],
  noticing: "",
  next_check_in: "2026-12-15",
};
const plan = (version: number, content = card): Plan => ({
  version,
  content,
  draft: null,
  services: [
    { service: "a", name: "Velkaneuvonta", decided_by: "oikeusapu" },
    { service: "b", name: "Uraohjaus", decided_by: null },
  ],
  by: "advisor",
  accepted_at: null,
  at: "2026-11-21T10:00:00Z",
});
const names = (id: string): string => (id === "a" ? "Velkaneuvonta" : id === "b" ? "Uraohjaus" : id);

type Put = (version: number, content: PlanContent) => Promise<Plan>;

function Editor({ now, put, newest }: { now: Plan; put: Put; newest: () => Promise<Plan> }) {
  const hold = usePlan(now, put, newest);
  return (
    <>
      <PlanState hold={hold} />
      <PlanEditor
        hold={hold}
        services={[{ service: "c", name: "Palkkatuki" }]}
        nameOf={names}
        decidedBy={() => null}
      />
    </>
  );
}

function edit(now = plan(1)) {
  const put = vi.fn<Put>((version, content) => Promise.resolve(plan(version + 1, content)));
  const newest = vi.fn(() => Promise.resolve(plan(2, { ...card, noticing: "toinen" })));
  const { rerender } = render(<Editor now={now} put={put} newest={newest} />);
  return { put, newest, arrive: (next: Plan) => rerender(<Editor now={next} put={put} newest={newest} />) };
}

const sent = (put: ReturnType<typeof edit>["put"], call = 0): PlanContent => put.mock.calls[call]![1];

describe("the card", () => {
  it("moves and counts its services anew", async () => {
    const { put } = edit();
    await userEvent.click(screen.getByRole("button", { name: "Siirrä alemmas: Velkaneuvonta" }));
    expect(sent(put).services).toEqual([
      { id: "b", order: 1 },
      { id: "a", order: 2 },
    ]);
  });

  it("drops a service and takes a new one", async () => {
    const { put } = edit();
    await userEvent.click(screen.getByRole("button", { name: "Poista kortilta: Uraohjaus" }));
    await waitFor(() => expect(put).toHaveBeenCalledTimes(1));
    await userEvent.type(screen.getByRole("searchbox", { name: "Lisää palvelu" }), "palkka");
    await userEvent.click(screen.getByRole("button", { name: "Lisää kortille: Palkkatuki" }));
    await waitFor(() => expect(put).toHaveBeenCalledTimes(2));
    expect(sent(put, 1).services.map(({ id }) => id)).toEqual(["a", "c"]);
  });

  it("saves words when one leaves them, not at every letter", async () => {
    const { put } = edit();
    await userEvent.type(screen.getByLabelText("Tästä huomaan, että asia etenee"), "Nukun");
    expect(put).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(put).toHaveBeenCalledOnce();
    expect(sent(put).noticing).toBe("Nukun");
  });

  it("puts both sides' changes together when the other was faster, and says so", async () => {
    const { put } = edit();
    put.mockRejectedValueOnce(new Refused(409, "plan_changed"));
    await userEvent.click(screen.getByRole("checkbox", { name: "Tehty: Soita" }));
    await waitFor(() => expect(put).toHaveBeenCalledTimes(2));
    expect(put.mock.calls[1]![0]).toBe(2);
    expect(sent(put, 1)).toMatchObject({ noticing: "toinen", steps: [{ done: true }] });
    expect(await screen.findByText(/Molempien muutokset/)).toBeInTheDocument();
  });

  it("shows at once what the other side changes, and keeps what is being written here", async () => {
    const { arrive } = edit();
    await userEvent.type(screen.getByLabelText("Tavoitteeni"), " pian");
    arrive(plan(2, { ...card, noticing: "toisen sanat" }));
    expect(screen.getByLabelText("Tästä huomaan, että asia etenee")).toHaveValue("toisen sanat");
    expect(screen.getByLabelText("Tavoitteeni")).toHaveValue("Töihin pian");
  });

  it("keeps a change that could not be saved and tries it again", async () => {
    const { put } = edit();
    put.mockRejectedValueOnce(new Refused(503, "database_away"));
    await userEvent.click(screen.getByRole("checkbox", { name: "Tehty: Soita" }));
    await userEvent.click(await screen.findByRole("button", { name: "Yritä uudelleen" }));
    await waitFor(() => expect(put).toHaveBeenCalledTimes(2));
    expect(sent(put, 1).steps[0]?.done).toBe(true);
  });
});

describe("the page to keep", () => {
  it("tells goal, services in order, steps and days in Finnish", () => {
    render(<PlanSheet plan={plan(1)} card={card} nameOf={names} />);
    expect(screen.getByText("Töihin")).toBeInTheDocument();
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "VelkaneuvontaKuka päättää: oikeusapu",
      "Uraohjaus",
      "SoitaMinä · 1.12.2026",
    ]);
    expect(screen.getByText("15.12.2026")).toBeInTheDocument();
  });
});

describe("its content", () => {
  it("is moved within its ends, counted, and sent without empty steps", () => {
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(numbered([{ id: "x", order: 9 }])).toEqual([{ id: "x", order: 1 }]);
    expect(sendable({ ...emptyCard, steps: [step, { ...step, id: "s2", text: " " }] }).steps).toEqual([step]);
    expect([dayText("2026-01-05"), dayText("ensi viikolla")]).toEqual(["5.1.2026", "ensi viikolla"]);
  });

  it("keeps mine where both changed the same part, and tells theirs", () => {
    const result = merged(card, { ...card, goal: "minun" }, { ...card, goal: "toisen", noticing: "uusi" });
    expect(result.card).toMatchObject({ goal: "minun", noticing: "uusi" });
    expect(result.clash).toBe("toisen");
  });
});
