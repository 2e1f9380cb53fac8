/** A service and the words of its facts as the server sends them. */
import type { Entry, FactWords, Preview, Vocabulary } from "../../../src/admin/wire/catalogue";
import type { Content } from "../../../src/admin/wire/drafting";
import { draftRow } from "../samples";

const fact = { sensitivity: "basic", values: [], unit: null, min: null, max: null };

export const age: FactWords = {
  ...fact,
  id: "ika",
  label: "Ikä",
  type: "int",
  group: "perustiedot",
  unit: "vuotta",
  min: 15,
  max: 100,
  operators: [
    { id: "at_least", label: "vähintään" },
    { id: "at_most", label: "enintään" },
    { id: "is", label: "on" },
  ],
};

export const situation: FactWords = {
  ...fact,
  id: "tyollisyystilanne",
  label: "Työtilanne",
  type: "enum",
  group: "tyo",
  values: [
    { id: "tyoton", label: "Työtön" },
    { id: "tyossa", label: "Työssä" },
  ],
  operators: [
    { id: "is", label: "on" },
    { id: "one_of", label: "on jokin näistä" },
  ],
};

export const vocabulary: Vocabulary = {
  facts: [age, situation],
  needs: [{ id: "koulutus", label: "Koulutus ja tutkinto" }],
  services: [
    { id: "tuva", label: "TUVA", group: "koulutus" },
    { id: "ohjaamo", label: "Ohjaamo", group: "tyollisyys" },
  ],
  municipalities: [{ id: "Jyväskylä", label: "Jyväskylä" }],
  regions: [{ id: "Keski-Suomi", label: "Keski-Suomi" }],
  wellbeing_areas: [{ id: "15", label: "Keski-Suomen hyvinvointialue" }],
  collections: {},
  texts: {},
  fields: { name_fi: "nimi", summary_fi: "tiivistelmä", ways: "ehdot" },
};

export const tuva: Content = {
  id: "tuva",
  name_fi: "TUVA",
  group: "koulutus",
  summary_fi: "Valmistava koulutus.",
  ways: [{ lines: [{ any_of: [{ fact: "ika", op: "at_most", value: 28 }], why_fi: "Alle 29-vuotiaille" }] }],
  advisor_lines: [],
  preferring: [
    { any_of: [{ fact: "tyollisyystilanne", op: "is", value: "tyoton" }], weight: 3, why_fi: "Työttömille" },
  ],
  responds_to: [],
  excludes: [],
  after: [],
  valid_from: "2025-01-01",
};

export const entry: Entry = {
  id: "tuva",
  content: tuva,
  revision: 4,
  published: tuva,
  changed: false,
  used_in: [],
  problems: [],
  reading: { title: "TUVA", parts: [], text: "" },
};

export const preview: Preview = {
  problems: [],
  effect: { on: "2026-11-22", looked_at: 86, people: [], services: [], expectations: [] },
  readings: {
    services: {
      tuva: {
        title: "TUVA",
        parts: [
          {
            heading: "Kaikkien näiden täytyy toteutua",
            items: [{ text: "Ikä: enintään 28 vuotta", why: "", path: "ways.0.lines.0", note: "" }],
          },
        ],
        text: "",
      },
    },
  },
};

export const draft = draftRow({ title: "Ikärajat" });
