/** The shapes of facts and of the suggested set as the server sends them. */
import type { Control, Option, Sensitivity, Value } from "./messages";

export interface Fact {
  fact: string;
  label: string;
  group?: string;
  sensitivity: Sensitivity;
  status: "known" | "declined" | "dont_know";
  value: Value;
  value_label: string | null;
  /** A yes or a no as a sentence. */
  told?: string | null;
  words: string | null;
  /** Who told it last. */
  by?: "visitor" | "bot" | "advisor";
  source_seq: number | null;
  options: Option[];
  control: Control;
  min?: number | null;
  max?: number | null;
  unit?: string | null;
}

export type Verdict = "yes" | "unknown" | "no";
export type Phase = "now" | "next" | "later";

export interface Reason {
  text: string;
  verdict: Verdict;
}

export interface MissingFact {
  fact: string;
  label: string;
}

export interface ServiceName {
  service: string;
  name: string;
}

export interface SuggestedService extends ServiceName {
  summary: string;
  phase: Phase;
  needs: string[];
  needs_labels: string[];
  reasons: Reason[];
  decided_by: string | null;
  organiser: string | null;
  first_step: string | null;
  access: string | null;
  alongside: string[];
  after: string[];
  before: string[];
  url: string | null;
  status: "fits" | "check";
  missing: MissingFact[];
  open_questions: string[];
  alternatives: ServiceName[];
}

export interface Suggestion {
  version: number | string;
  needs: { id: string; label: string; description: string; urgency: string }[];
  suggested: SuggestedService[];
  in_use: ServiceName[];
  /** `needs` are those of the person that the missing facts touch. */
  undecided: (ServiceName & { missing: MissingFact[]; needs?: string[] })[];
  not_suggested: (ServiceName & { reasons: Reason[]; change: string[] })[];
  gaps: { id: string; label: string }[];
  next_question: string[] | null;
  complete: boolean;
  escalate: string | null;
  choices?: { service: string; choice: Verdicted; reason: string | null }[];
}

export type Verdicted = "accept" | "reject" | null;

export interface Share {
  basic: boolean;
  sensitive: boolean;
  health: boolean;
}

export interface HandoffRequest {
  share: Share;
  message?: string;
  contact?: string;
  /** False when a call-back has to come in writing. */
  phone_ok?: boolean;
}

export type HandoffAnswer = { state: "waiting" | "advisor"; position: number | null } | { state: "callback"; text: string };
