/** A small suggested set for the tests of the result. */
import type { SuggestedService, Suggestion } from "../../src/wire/suggestion";

export const service = (extra: Partial<SuggestedService>): SuggestedService => ({
  service: "tarkastus",
  name: "Terveystarkastus",
  summary: "Terveydenhoitaja käy läpi terveytesi.",
  phase: "now",
  needs: ["tyokyky"],
  needs_labels: ["Työkyky"],
  reasons: [
    { text: "Olet työtön", verdict: "yes" },
    { text: "Työterveyshuolto ei ole voimassa", verdict: "unknown" },
  ],
  decided_by: "hyvinvointialue",
  organiser: "hyvinvointialue",
  first_step: "Soita terveysasemalle.",
  access: null,
  alongside: [],
  after: [],
  before: [],
  url: null,
  status: "fits",
  missing: [],
  open_questions: [],
  alternatives: [],
  ...extra,
});

export const suggestion = (extra: Partial<Suggestion> = {}): Suggestion => ({
  version: 1,
  needs: [],
  suggested: [
    service({ alongside: ["velat"] }),
    service({ service: "velat", name: "Velkaneuvonta" }),
    service({ service: "tuki", name: "Palkkatuki", phase: "later", after: ["tarkastus"] }),
  ],
  in_use: [],
  undecided: [{ service: "kela", name: "Kelan kuntoutus", missing: [{ fact: "kesto", label: "Sairauden kesto" }] }],
  not_suggested: [
    {
      service: "ohjaamo",
      name: "Ohjaamo",
      reasons: [{ text: "Ohjaamo on alle 30-vuotiaille", verdict: "no" }],
      change: ["Jos olisit alle 30-vuotias."],
    },
  ],
  gaps: [],
  next_question: null,
  complete: true,
  escalate: null,
  ...extra,
});
