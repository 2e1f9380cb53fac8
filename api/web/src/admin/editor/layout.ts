/** Which fields of an entry stand under which heading; fields that are not named here come last. */
import type said from "../../texts/admin.json";
import type { FieldKind } from "./fields/Field";

export type PartKind =
  | FieldKind
  | "group"
  | "ways"
  | "formula"
  | "advisor"
  | "preferring"
  | "responses"
  | "exclusions"
  | "services"
  | "needs"
  | "steps"
  | "facts"
  | "languages"
  | "region"
  | "wellbeing_area"
  | "municipalities"
  | "regions"
  | "wellbeing_areas"
  | "week"
  | "days_off"
  | "structure";

export interface Part {
  heading: keyof typeof said.form.headings;
  fields: readonly (readonly [name: string, kind: PartKind])[];
}

const SOURCE: Part = {
  heading: "source",
  fields: [
    ["legal_basis", "text"],
    ["source", "text"],
    ["official_url", "text"],
    ["valid_from", "date"],
    ["valid_to", "date"],
    ["checked_on", "date"],
    ["recheck_on", "date"],
    ["confidence", "choice"],
    ["evidence", "choice"],
    ["open_questions_fi", "words"],
  ],
};

const AREA: readonly Part[] = [
  {
    heading: "area",
    fields: [
      ["name_fi", "text"],
      ["genitive_fi", "text"],
    ],
  },
  {
    heading: "area_check",
    fields: [
      ["source", "text"],
      ["checked_on", "date"],
      ["recheck_days", "number"],
    ],
  },
];

export const LAYOUT: Record<string, readonly Part[]> = {
  services: [
    {
      heading: "texts",
      fields: [
        ["name_fi", "text"],
        ["group", "group"],
        ["summary_fi", "long"],
        ["summary_selko", "long"],
        ["organiser", "text"],
        ["decided_by", "text"],
        ["access_fi", "long"],
        ["access_selko", "long"],
        ["first_step_fi", "long"],
        ["first_step_selko", "long"],
        ["first_step_written_fi", "long"],
        ["first_step_written_selko", "long"],
        ["aliases_fi", "words"],
      ],
    },
    { heading: "required", fields: [["ways", "ways"]] },
    { heading: "preferring", fields: [["preferring", "preferring"]] },
    { heading: "advisor", fields: [["advisor_lines", "advisor"]] },
    { heading: "needs", fields: [["responds_to", "responses"]] },
    {
      heading: "others",
      fields: [
        ["excludes", "exclusions"],
        ["after", "services"],
        ["before", "services"],
        ["parallel_ok", "flag"],
        ["parallel_note_fi", "text"],
        ["fallback", "number"],
      ],
    },
    { heading: "steps", fields: [["first_steps_when", "steps"]] },
    SOURCE,
  ],
  needs: [
    {
      heading: "texts",
      fields: [
        ["label_fi", "text"],
        ["description_fi", "long"],
        ["urgency", "choice"],
        ["wishes", "words"],
      ],
    },
    { heading: "need", fields: [["ways", "ways"]] },
  ],
  facts: [
    {
      heading: "fact",
      fields: [
        ["label_fi", "text"],
        ["type", "choice"],
        ["group", "group"],
        ["sensitivity", "choice"],
        ["unit", "text"],
        ["min", "number"],
        ["max", "number"],
        ["values", "structure"],
      ],
    },
    {
      heading: "question",
      fields: [
        ["question_fi", "long"],
        ["question_selko", "long"],
        ["help_fi", "long"],
        ["help_selko", "long"],
        ["quick_replies_fi", "structure"],
        ["said_fi", "structure"],
        ["ask", "choice"],
        ["ask_order", "number"],
        ["skippable", "flag"],
        ["context_only", "flag"],
        ["told_is_enough", "flag"],
      ],
    },
    { heading: "ask_when", fields: [["ask_when", "formula"]] },
    { heading: "derived", fields: [["derived_from", "formula"]] },
  ],
  escalation: [
    {
      heading: "texts",
      fields: [
        ["label_fi", "text"],
        ["action_fi", "long"],
        ["signals", "words"],
        ["min_important_needs", "number"],
      ],
    },
    { heading: "escalation", fields: [["ways", "ways"]] },
  ],
  people: [
    {
      heading: "person",
      fields: [
        ["name_fi", "text"],
        ["story_fi", "long"],
      ],
    },
    { heading: "person_facts", fields: [["facts", "facts"]] },
    {
      heading: "expected",
      fields: [
        ["needs_expected", "needs"],
        ["must_include", "services"],
        ["should_include", "services"],
        ["must_not_include", "structure"],
      ],
    },
  ],
  numbers: [
    {
      heading: "number",
      fields: [
        ["name_fi", "text"],
        ["number", "text"],
        ["tel", "text"],
        ["hours_fi", "text"],
        ["languages", "languages"],
        ["note_fi", "long"],
      ],
    },
    { heading: "number_areas", fields: [["areas", "wellbeing_areas"]] },
    {
      heading: "check",
      fields: [
        ["source", "text"],
        ["checked_on", "date"],
        ["recheck_days", "number"],
      ],
    },
  ],
  teams: [
    {
      heading: "team",
      fields: [
        ["name_fi", "text"],
        ["kind", "choice"],
      ],
    },
    {
      heading: "team_areas",
      fields: [
        ["municipalities", "municipalities"],
        ["regions", "regions"],
        ["wellbeing_areas", "wellbeing_areas"],
      ],
    },
  ],
  hours: [
    {
      heading: "hours",
      fields: [
        ["text_fi", "text"],
        ["always", "flag"],
        ["week", "week"],
        ["timezone", "text"],
      ],
    },
    { heading: "days_off", fields: [["closed_on", "days_off"]] },
  ],
  municipalities: [
    {
      heading: "municipality",
      fields: [
        ["name_fi", "text"],
        ["name_sv", "text"],
      ],
    },
    {
      heading: "municipality_areas",
      fields: [
        ["region", "region"],
        ["wellbeing_area", "wellbeing_area"],
      ],
    },
    { heading: "municipality_former", fields: [["former_names", "words"]] },
    {
      heading: "source",
      fields: [
        ["source", "text"],
        ["valid_from", "date"],
      ],
    },
  ],
  regions: AREA,
  wellbeing_areas: AREA,
  texts: [
    {
      heading: "variants",
      fields: [
        ["fi", "long"],
        ["selko", "long"],
        ["sv", "long"],
        ["en", "long"],
      ],
    },
  ],
  sentences: [{ heading: "variants", fields: [["fi", "long"]] }],
};

/** Fields in their order; a text and its version in selkokieli stand beside each other. */
export function besideEachOther<Named extends { name: string }>(fields: readonly Named[]): Named[][] {
  return fields.reduce<Named[][]>((rows, field) => {
    const before = rows.at(-1)?.[0]?.name ?? "";
    if (field.name === before.replace(/fi$/, "selko") && field.name !== before) rows.at(-1)?.push(field);
    else rows.push([field]);
    return rows;
  }, []);
}
