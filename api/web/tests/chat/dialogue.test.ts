import { describe, expect, it } from "vitest";
import { answerTo, chosenLabels, latestProgress, openQuestion } from "../../src/chat/dialogue";
import type { Entry } from "../../src/transport/outbox";
import type { Message, QuestionPayload, Stage } from "../../src/wire/messages";
import { message } from "../fakeServer";

const question: QuestionPayload = {
  kind: "question",
  facts: ["tyossa"],
  control: "choice",
  options: [
    { fact: "tyossa", label: "Kyllä", value: true },
    { fact: "tyossa", label: "Ei", value: false },
    { fact: "tyossa", label: "Ei, olen lomalla", value: false },
  ],
  progress: { step: 1, steps: 4, label: "Alku", done: 0.1 },
  can_show_result: true,
};
const asked = message(2, { payload: question });
const pending: Entry = {
  client_id: "1",
  outgoing: { text: "x" },
  label: "x",
  delivery: "pending",
  seq: null,
  at: "2026-11-21T10:00:00Z",
};

const open = (messages: Message[], outbox: Entry[], stage: Stage = "bot"): number | null =>
  openQuestion({ messages, outbox, state: { state: stage, position: null, advisor: null } });

describe("which question is open", () => {
  it("is the newest one", () => {
    const other = message(3, { payload: question });
    expect(open([asked, other], [])).toBe(3);
  });

  it("is none while an answer is on its way, but a refused answer leaves it open", () => {
    expect(open([asked], [pending])).toBeNull();
    expect(open([asked], [{ ...pending, delivery: "refused" }])).toBe(2);
  });

  it("is none after a button, also before the assistant has answered", () => {
    expect(open([asked, message(3, { from: "visitor", text: "Ei" }), message(4)], [])).toBeNull();
  });

  it("stays when free text was met without a new question", () => {
    const why = message(3, { from: "visitor", text: "miksi kysyt" });
    expect(open([asked, why], [])).toBeNull();
    expect(open([asked, why, message(4, { text: "Koska..." })], [])).toBe(2);
  });

  it("is none while a human answers, and the same again afterwards", () => {
    expect(open([asked], [], "waiting")).toBeNull();
    expect(open([asked], [], "advisor")).toBeNull();
    expect(open([asked], [], "closed")).toBe(2);
  });

  it("is not an older one when the result has been shown", () => {
    const log = [asked, message(3, { payload: { kind: "result" } })];
    expect(open(log, [])).toBe(3);
    expect(latestProgress(log)).toEqual({ progress: null, canShowResult: false });
  });
});

describe("what was answered", () => {
  it("is read from the labels, in any case of letters", () => {
    expect(chosenLabels(question, "kyllä")).toEqual(["Kyllä"]);
    expect(chosenLabels(question, "kyllästynyt")).toEqual([]);
  });

  it("may hold several labels", () => {
    expect(chosenLabels(question, "Kyllä, Ei")).toEqual(["Kyllä", "Ei"]);
  });

  it("is the visitor's next word before the next question", () => {
    const log = [asked, message(3, { from: "visitor", text: "Ei" }), message(4, { payload: question })];
    expect(answerTo(log, 2)).toBe("Ei");
    expect(answerTo(log, 4)).toBeNull();
  });
});

describe("how far the interview is", () => {
  const at = (seq: number, step: number, done: number): Message => {
    const progress = { step, steps: 4, label: `Vaihe ${step}`, done };
    return message(seq, { payload: { ...question, progress } });
  };

  it("never goes backwards", () => {
    const log = [at(2, 2, 0.5), at(4, 1, 0.4)];
    expect(latestProgress(log).progress).toEqual({ step: 2, steps: 4, label: "Vaihe 2", done: 0.5 });
    expect(latestProgress([...log, at(6, 3, 0.45)]).progress).toMatchObject({ step: 3, label: "Vaihe 3", done: 0.5 });
  });

  it("begins anew when the person begins again", () => {
    const offer = message(5, { payload: { kind: "choices", options: [{ label: "Aloita alusta", command: "restart" }] } });
    const log = [at(2, 3, 0.8), offer, message(6, { from: "visitor", text: "Aloita alusta" }), at(7, 1, 0.1)];
    expect(latestProgress(log).progress).toMatchObject({ step: 1, done: 0.1 });
  });
});

it("knows how far the interview is", () => {
  expect(latestProgress([asked, message(3)])).toEqual({ progress: question.progress, canShowResult: true });
});
