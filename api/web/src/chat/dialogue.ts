/** What the log says about the dialogue: which question is open, what was answered, how far we are. */
import type { Message, Payload, Progress } from "../wire/messages";
import type { Snapshot } from "../transport/session";

const INTERACTIVE = new Set<Payload["kind"]>(["question", "confirm", "choices", "result"]);

function asks(message: Message): boolean {
  return message.payload !== null && INTERACTIVE.has(message.payload.kind);
}

function labels(payload: Payload): string[] {
  if (payload.kind === "question" || payload.kind === "confirm" || payload.kind === "choices") {
    return payload.options.map((option) => option.label);
  }
  return [];
}

/** The options named in an answer, where the answer is option labels joined with commas. */
export function chosenLabels(payload: Payload, answer: string): string[] {
  const padded = `, ${answer}, `.toLocaleLowerCase("fi");
  return labels(payload).filter((label) => padded.includes(`, ${label}, `.toLocaleLowerCase("fi")));
}

export function answerTo(messages: readonly Message[], seq: number): string | null {
  const next = messages.find((message) => message.seq > seq && (message.from === "visitor" || asks(message)));
  return next?.from === "visitor" ? next.text : null;
}

export type Dialogue = Pick<Snapshot, "messages" | "outbox" | "state">;

/**
 * The seq of the question whose controls can be used, or null.
 * Free text that the assistant met without asking anew (such as "miksi kysyt") leaves the question open.
 */
export function openQuestion({ messages, outbox, state }: Dialogue): number | null {
  const question = messages.findLast(asks);
  // While a human has been asked or answers, the assistant's questions wait; the human's own do not.
  const withHuman = state.state === "waiting" || state.state === "advisor";
  if (withHuman && question?.from !== "advisor") return null;
  if (!question?.payload || outbox.some((entry) => entry.delivery !== "refused")) return null;
  const later = messages.filter((message) => message.seq > question.seq);
  const answers = later.filter((message) => message.from === "visitor");
  if (answers.some((answer) => question.payload && chosenLabels(question.payload, answer.text).length > 0)) return null;
  const last = later.at(-1);
  return last?.from === "visitor" ? null : question.seq;
}

/** The messages since the person began again, if they did. */
function sinceRestart(messages: readonly Message[]): readonly Message[] {
  const offers = messages.flatMap(({ payload }) => (payload?.kind === "choices" ? payload.options : []));
  const labels = new Set(offers.filter(({ command }) => command === "restart").map(({ label }) => label));
  return messages.slice(messages.findLastIndex(({ from, text }) => from === "visitor" && labels.has(text)) + 1);
}

/** The interview never looks as if it went backwards, though an answer may open new questions of an earlier step. */
function furthest(messages: readonly Message[]): Progress | null {
  return sinceRestart(messages).reduce<Progress | null>((far, { payload }) => {
    const now = payload?.kind === "question" ? payload.progress : null;
    if (!now || !far) return now ?? far;
    return { ...(now.step < far.step ? far : now), done: Math.max(far.done, now.done) };
  }, null);
}

/** Where the interview is; nothing once the result has been shown and no question has followed. */
export function latestProgress(messages: readonly Message[]): { progress: Progress | null; canShowResult: boolean } {
  const question = messages.findLast(({ payload }) => payload?.kind === "question" || payload?.kind === "result");
  if (question?.payload?.kind !== "question") return { progress: null, canShowResult: false };
  return { progress: furthest(messages), canShowResult: question.payload.can_show_result ?? false };
}

export function hasResult(messages: readonly Message[]): boolean {
  return messages.some((message) => message.payload?.kind === "result");
}
