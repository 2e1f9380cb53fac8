import type { Change, Draft, DraftRow, RuleProblem } from "../../src/admin/wire/drafting";
import type { Version } from "../../src/admin/wire/versions";

export function draftRow(extra: Partial<DraftRow> = {}): DraftRow {
  return {
    id: 7,
    title: "Ikäraja nousee",
    state: "open",
    based_on: 3,
    newest: 3,
    stale: false,
    revision: 4,
    author: "Eeva",
    created: "2026-11-20T08:00:00Z",
    updated: "2026-11-21T08:00:00Z",
    note: "",
    submitted_by: null,
    returned_note: null,
    published_as: null,
    ...extra,
  };
}

export function draft(extra: Partial<Draft> = {}): Draft {
  return {
    ...draftRow(),
    editors: ["Eeva"],
    changes: 1,
    changed: [{ collection: "services", id: "tuva", label: "TUVA", change: "changed" }],
    ...extra,
  };
}

export function change(extra: Partial<Change> = {}): Change {
  return {
    collection: "services",
    collection_fi: "Palvelu",
    id: "tuva",
    label: "TUVA",
    change: "changed",
    change_fi: "muutettu",
    lines: [
      {
        path: "ways.0.lines.0",
        label_fi: "ehdot",
        before_fi: "Ikä: vähintään 18 vuotta",
        after_fi: "Ikä: vähintään 25 vuotta",
        text_fi: "Ehto muuttui",
      },
    ],
    ...extra,
  };
}

export function problem(extra: Partial<RuleProblem> = {}): RuleProblem {
  return {
    place: "services.tuva.ways.0.lines.1",
    collection: "services",
    id: "tuva",
    path: ["ways", 0, "lines", 1],
    place_fi: "Palvelu TUVA › rivi 2",
    code: "unknown_fact",
    severity: "error",
    message_fi: "Tietoa ei ole.",
    detail: "",
    ...extra,
  };
}

export function version(number: number, extra: Partial<Version> = {}): Version {
  return {
    version: number,
    effective_from: "2026-01-01",
    in_force: false,
    author: "Eeva",
    approver: "Anu",
    note: "",
    created: "2025-12-30T08:00:00Z",
    kind: "edit",
    based_on: number - 1,
    changes: 1,
    ...extra,
  };
}
