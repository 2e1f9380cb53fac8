/** The shapes of messages and their payloads as the server sends them. */

export type Value = string | number | boolean | null | string[];
export type Sensitivity = "basic" | "sensitive" | "health";
export type Author = "visitor" | "bot" | "advisor" | "system";
export type Control = "choice" | "multi" | "scale" | "number" | "municipality" | "text" | "screen";
export type Command = "result" | "human" | "why" | "restart" | "skip" | "start" | "refine" | "erase";

export interface Option {
  fact?: string;
  label: string;
  value?: Value;
  answer?: "dont_know" | "declined";
  none?: boolean;
}

export interface Progress {
  step: number;
  steps: number;
  label: string;
  done: number;
}

export interface QuestionPayload {
  kind: "question";
  facts: string[];
  control: Control;
  options: Option[];
  unchosen?: { fact: string; value: Value }[];
  /** What is known already of a list that was told in part. */
  selected?: string[];
  min?: number | null;
  max?: number | null;
  unit?: string | null;
  why?: string | null;
  skippable?: boolean;
  sensitivity?: Sensitivity;
  progress?: Progress | null;
  can_show_result?: boolean;
}

export interface ConfirmPayload {
  kind: "confirm";
  fact?: string;
  value?: Value;
  words?: string | null;
  options: { label: string; confirm: boolean }[];
}

export interface Offer {
  label: string;
  command?: Command;
  fact?: string;
  value?: Value;
  forget?: true;
}

export interface ChoicesPayload {
  kind: "choices";
  options: Offer[];
}

export interface HelpNumber {
  name: string;
  number: string;
  /** A link that a phone dials, or the address of a chat. */
  tel: string;
  note?: string | null;
  hours?: string | null;
}

export interface UrgentPayload {
  kind: "urgent";
  label: string;
  numbers: HelpNumber[];
}

export interface HandoffPayload {
  kind: "handoff";
  state: "offered" | "waiting" | "joined" | "left" | "closed";
  position?: number | null;
  advisor?: string | null;
}

/** A service that an advisor has sent. */
export interface ServicePayload {
  kind: "service";
  service: string;
  name: string;
  summary: string;
  first_step: string | null;
  decided_by: string | null;
  url: string | null;
}

export interface LinkPayload {
  kind: "link";
  title: string;
  url: string;
}

export type Payload =
  | QuestionPayload
  | ConfirmPayload
  | ChoicesPayload
  | { kind: "result" }
  | UrgentPayload
  | HandoffPayload
  | ServicePayload
  | LinkPayload
  | { kind: "plan" }
  | { kind: "experience" }
  | { kind: "corrected"; fact: string }
  | { kind: "answer"; facts: string[] };

export interface Message {
  seq: number;
  from: Author;
  text: string;
  payload: Payload | null;
  at: string;
  /** The name of the advisor who wrote it. */
  name?: string;
  /** True for an advisor when the person has not shared what the message tells. */
  withheld?: boolean;
  client_id?: string | null;
}

export type Choice =
  | { fact: string; value: Value }
  | { fact: string; declined: true }
  | { fact: string; dont_know: true }
  | { fact: string; forget: true }
  | { confirm: boolean };

export type Outgoing =
  | { text: string }
  | { choice: Choice }
  | { choices: Choice[]; seen_facts?: string[] }
  | { command: Command };

export type Stage = "bot" | "waiting" | "advisor" | "closed";

export type Language = "fi" | "fi-selko";

export interface ConversationState {
  state: Stage;
  position: number | null;
  advisor: string | null;
  /** The service hours, told only while no advisor is there. */
  closed?: string;
  /** True while a contact is promised; the assistant goes on meanwhile. */
  callback?: boolean;
  /** In which language the conversation goes on; told only when it is not the usual one. */
  language?: Language;
}
