import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { PayloadView } from "../../src/chat/PayloadView";
import type { Payload, QuestionPayload } from "../../src/wire/messages";
import { json, message } from "../fakeServer";

function show(payload: Payload, { open = true, answer = null as string | null } = {}) {
  const actions = {
    send: vi.fn(),
    openResult: vi.fn(),
    openHandoff: vi.fn(),
    openErase: vi.fn(),
    openPlan: vi.fn(),
    takeService: vi.fn(),
    tellExperience: vi.fn(() => Promise.resolve()),
    joiner: null,
  };
  const props = { open, answer, suggestion: null, actions };
  render(<PayloadView message={message(2, { payload })} {...props} />);
  return actions;
}

/** The page reads them once and keeps them. */
const PLACES = [
  { name_fi: "Turku", name_sv: "Åbo", former_names: [] },
  { name_fi: "Kankaanpää", name_sv: "Kankaanpää", former_names: ["Honkajoki"] },
];
const base: QuestionPayload = { kind: "question", facts: ["f"], control: "choice", options: [] };
const button = (name: string): HTMLElement => screen.getByRole("button", { name });

describe("a question", () => {
  it("of one choice is answered by one tap", async () => {
    const { send } = show({ ...base, options: [{ fact: "f", label: "Kyllä", value: true }] });
    await userEvent.click(button("Kyllä"));
    expect(send).toHaveBeenCalledWith({ choice: { fact: "f", value: true } }, "Kyllä");
  });

  it("on a screen sends the picked chips and all that were seen", async () => {
    const { send } = show({
      ...base,
      control: "screen",
      facts: ["velat", "asunto"],
      options: [
        { fact: "velat", label: "Velat", value: true },
        { fact: "asunto", label: "Asunto", value: true },
        { none: true, label: "Ei mikään näistä" },
      ],
    });
    await userEvent.click(button("Ei mikään näistä"));
    await userEvent.click(button("Velat"));
    expect(button("Ei mikään näistä")).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(button("Valmis"));
    expect(send).toHaveBeenCalledWith(
      { choices: [{ fact: "velat", value: true }], seen_facts: ["velat", "asunto"] },
      "Velat",
    );
  });

  it("on a screen that is done with nothing picked means none of these", async () => {
    const options = [
      { fact: "velat", label: "Velat", value: true },
      { none: true, label: "Ei mikään näistä" },
    ];
    const { send } = show({ ...base, control: "screen", options });
    await userEvent.click(button("Valmis"));
    expect(send).toHaveBeenCalledWith({ choices: [], seen_facts: ["velat"] }, "Ei mikään näistä");
  });

  it("with many options shows the first ones, and says nothing of those that were not seen", async () => {
    const options = Array.from({ length: 12 }, (_, n) => ({ fact: `f${n}`, label: `Asia ${n}`, value: true }));
    const { send } = show({ ...base, control: "screen", options: [...options, { none: true, label: "Ei mikään" }] });
    expect(screen.queryByRole("button", { name: "Asia 8" })).toBeNull();
    expect(button("Ei mikään")).toBeInTheDocument();
    await userEvent.click(button("Asia 1"));
    await userEvent.click(button("Valmis"));
    expect(send.mock.lastCall?.[0]).toMatchObject({ seen_facts: options.slice(0, 8).map(({ fact }) => fact) });
    await userEvent.click(button("Näytä muut (4)"));
    await userEvent.click(button("Asia 11"));
    await userEvent.click(button("Valmis"));
    expect(send.mock.lastCall?.[1]).toBe("Asia 1, Asia 11");
    expect(send.mock.lastCall?.[0]).toMatchObject({ seen_facts: options.map(({ fact }) => fact) });
  });

  it("of one choice with many options keeps the rest behind one tap", async () => {
    const options = Array.from({ length: 11 }, (_, n) => ({ fact: "f", label: `Asia ${n}`, value: `v${n}` }));
    const { send } = show({ ...base, options });
    await userEvent.click(button("Näytä muut (3)"));
    await userEvent.click(button("Asia 10"));
    expect(send).toHaveBeenCalledWith({ choice: { fact: "f", value: "v10" } }, "Asia 10");
  });

  it("of a list begins with what was told already, and an empty list undoes the others", async () => {
    const options = [
      { fact: "f", label: "Ohjaamo", value: ["ohjaamo"] },
      { fact: "f", label: "Ei missään", value: ["ei_mitaan"] },
    ];
    const { send } = show({ ...base, control: "multi", options, selected: ["ohjaamo"] });
    expect(button("Ohjaamo")).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(button("Ei missään"));
    await userEvent.click(button("Valmis"));
    expect(send).toHaveBeenCalledWith({ choice: { fact: "f", value: ["ei_mitaan"] } }, "Ei missään");
  });

  it("on a screen asks for a pick before it is done", async () => {
    const { send } = show({ ...base, control: "screen", options: [{ fact: "velat", label: "Velat", value: true }] });
    await userEvent.click(button("Valmis"));
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByText("Valitse ensin ainakin yksi vaihtoehto.")).toBeInTheDocument();
  });

  it("on a screen lets one not know, for every fact of it", async () => {
    const { send } = show({ ...base, control: "screen", facts: ["a", "b"] });
    await userEvent.click(button("En tiedä"));
    const unknown = [
      { fact: "a", dont_know: true },
      { fact: "b", dont_know: true },
    ];
    expect(send).toHaveBeenCalledWith({ choices: unknown }, "En tiedä");
  });

  it("on a scale has a button for each number", async () => {
    const { send } = show({ ...base, control: "scale", min: 0, max: 10 });
    expect(screen.getAllByRole("button")).toHaveLength(11);
    await userEvent.click(button("0"));
    expect(send).toHaveBeenCalledWith({ choice: { fact: "f", value: 0 } }, "0");
  });

  it("of a number says what is wrong before it sends", async () => {
    const { send } = show({ ...base, control: "number", min: 13, max: 100, unit: "vuotta" });
    const field = screen.getByLabelText("Vastauksesi");
    await userEvent.type(field, "viisi{Enter}");
    expect(screen.getByText("Anna vastaus lukuna.")).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, "5{Enter}");
    expect(screen.getByText("Anna luku väliltä 13–100.")).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, "52{Enter}");
    expect(send).toHaveBeenCalledWith({ choice: { fact: "f", value: 52 } }, "52 vuotta");
  });

  it("of a municipality finds it by its Swedish name", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(json(PLACES)));
    const { send } = show({ ...base, control: "municipality" });
    await userEvent.type(screen.getByLabelText("Hae kuntaa nimellä"), "abo");
    await userEvent.click(await screen.findByRole("button", { name: /Turku/ }));
    expect(send).toHaveBeenCalledWith({ choice: { fact: "f", value: "Turku" } }, "Turku");
  });

  it("of a municipality finds it by the name that it had before a merger", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(json(PLACES)));
    const { send } = show({ ...base, control: "municipality" });
    await userEvent.type(screen.getByLabelText("Hae kuntaa nimellä"), "honka");
    await userEvent.click(await screen.findByRole("button", { name: "Kankaanpää aiemmin Honkajoki" }));
    expect(send).toHaveBeenCalledWith({ choice: { fact: "f", value: "Kankaanpää" } }, "Kankaanpää");
  });

  it("can be skipped, and tells why it is asked", async () => {
    const { send } = show({ ...base, why: "Siksi, että se ratkaisee.", skippable: true });
    expect(screen.getByText("Siksi, että se ratkaisee.")).not.toBeVisible();
    await userEvent.click(button("Miksi kysytään?"));
    expect(screen.getByText("Siksi, että se ratkaisee.")).toBeVisible();
    expect(button("Miksi kysytään?")).toHaveAttribute("aria-expanded", "true");
    await userEvent.click(button("Ohita"));
    expect(send).toHaveBeenCalledWith({ command: "skip" }, "Ohita");
  });

  it("that was answered shows what was chosen, and has no buttons", () => {
    const options = [
      { fact: "f", label: "Kyllä", value: true },
      { fact: "f", label: "Ei", value: false },
    ];
    show({ ...base, options }, { open: false, answer: "Ei" });
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Kyllä", "Ei(valittu)"]);
  });
});

describe("other payloads", () => {
  it("confirm a reading", async () => {
    const { send } = show({ kind: "confirm", options: [{ label: "Kyllä", confirm: true }] });
    await userEvent.click(button("Kyllä"));
    expect(send).toHaveBeenCalledWith({ choice: { confirm: true } }, "Kyllä");
  });

  it("offer commands, and a human through the dialog", async () => {
    const { send, openHandoff, openErase } = show({
      kind: "choices",
      options: [
        { label: "Näytä ehdotukset", command: "result" },
        { label: "Puhu ihmiselle", command: "human" },
        { label: "Poista koko keskustelu", command: "erase" },
      ],
    });
    await userEvent.click(button("Näytä ehdotukset"));
    await userEvent.click(button("Puhu ihmiselle"));
    await userEvent.click(button("Poista koko keskustelu"));
    expect(openErase).toHaveBeenCalledOnce();
    expect(send.mock.calls).toEqual([[{ command: "result" }, "Näytä ehdotukset"]]);
    expect(openHandoff).toHaveBeenCalledOnce();
  });

  it("give the emergency number first, and every number as a link that dials", () => {
    const numbers = [
      { name: "Apu", number: "0100 100", tel: "tel:0100100", note: null, hours: "aina" },
      { name: "Viesti", number: "112", tel: "sms:112" },
      { name: "Chat", number: "apu.example", tel: "https://apu.example/" },
      { name: "Hätänumero", number: "112", tel: "112" },
    ];
    show({ kind: "urgent", label: "x", numbers }, { open: false });
    const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
    expect(links).toEqual([
      ["Soita: 112 Hätänumero", "tel:112"],
      ["Soita: 0100\u00a0100 Apu", "tel:0100100"],
      ["Kirjoita tekstiviesti: 112 Viesti", "sms:112"],
      ["Avaa uuteen ikkunaan: apu.example Chat", "https://apu.example/"],
    ]);
    expect(screen.getByText("Avoinna: aina")).toBeInTheDocument();
  });
});
