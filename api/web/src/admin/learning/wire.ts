/** What is learned from, and the models, as the server sends them. */
import type { Calls } from "../wire/calls";
import type { Json } from "../wire/drafting";

export interface Misread {
  conversation: string;
  seq: number;
  kind: "not_understood" | "corrected";
  fact: string | null;
  text: string;
  question: string | null;
  state: "taught" | "dismissed" | null;
  at: string;
}

export interface Mark {
  fact: string;
  value: Json;
  words: string;
}

export interface Form {
  kind: "form";
  spoken: string;
  written: string;
}

export interface Said {
  kind: "message";
  text: string;
  asked: string | null;
  act: string | null;
  marks: Mark[];
}

export type Content = Form | Said;

export interface Example {
  id: number;
  content: Content;
  from_message: boolean;
  author: string;
  at: string;
}

export interface Model {
  id: number;
  kind: "base" | "trained";
  state: "training" | "ready" | "failed" | "cancelled" | "removed";
  stage: "starting" | "training" | "reading" | null;
  progress: number;
  failure: "interrupted" | "stopped" | null;
  author: string;
  examples: number;
  started: string;
  outdated: boolean;
  active: boolean;
  reads: boolean;
  refused: boolean;
  reason: string | null;
  scores: { acts: number | null; facts: number | null } | null;
  lower: boolean | null;
}

export interface ScoreRow {
  id: string;
  label?: string | null;
  occurs: number;
  before: number | null;
  after: number | null;
}

export interface ModelDetails extends Model {
  provenance: { id: number; author: string }[];
  wrong: number[];
  comparison: { lower: boolean; acts: ScoreRow[]; facts: ScoreRow[] } | null;
}

const ROOT = "/learning";

export const learningApi = (calls: Calls) => ({
  messages: () => calls.get<{ items: Misread[]; withheld: number }>(`${ROOT}/messages`),
  settle: ({ conversation, seq }: Misread, state: "dismissed" | null) =>
    calls.put<unknown>(`${ROOT}/messages/${conversation}/${String(seq)}`, { state }),
  examples: () => calls.get<{ items: Example[] }>(`${ROOT}/examples`),
  teach: (content: Content, from: Misread | null) =>
    calls.post<Example>(`${ROOT}/examples`, {
      content,
      source: from && { conversation: from.conversation, seq: from.seq },
    }),
  forget: (id: number) => calls.delete<unknown>(`${ROOT}/examples/${String(id)}`),
  models: () => calls.get<{ items: Model[] }>(`${ROOT}/models`),
  model: (id: number) => calls.get<ModelDetails>(`${ROOT}/models/${String(id)}`),
  train: () => calls.post<Model>(`${ROOT}/models`, {}),
  cancel: (id: number) => calls.post<unknown>(`${ROOT}/models/${String(id)}/cancellation`),
  activate: (id: number, reason: string) => calls.post<Model>(`${ROOT}/models/${String(id)}/activation`, { reason }),
});

export type LearningApi = ReturnType<typeof learningApi>;
