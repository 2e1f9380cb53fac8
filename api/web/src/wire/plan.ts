/** The suuntakortti as the server sends it, the same for both sides. */

export interface PlanService {
  id: string;
  order: number;
  by?: "advisor" | "visitor" | null;
}

export interface PlanStep {
  id: string;
  text: string;
  who: string;
  when: string;
  done: boolean;
  by?: "advisor" | "visitor" | null;
}

export interface PlanContent {
  goal: string;
  services: PlanService[];
  steps: PlanStep[];
  noticing: string;
  next_check_in: string | null;
}

export interface Plan {
  version: number;
  content: PlanContent;
  /** What to begin from while there is no version yet. */
  draft: PlanContent | null;
  services: { service: string; name: string; decided_by: string | null }[];
  by: "advisor" | "visitor" | null;
  accepted_at: string | null;
  at: string | null;
}
