"""The catalogue as tables that an expert can fill in: rows of cells, one table for each kind of thing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.cells import Cell, Kind, write, write_value
from domain.editions import INTERVIEW, MODELS, Edition
from domain.wording import rule_words

Row = Mapping[str, Cell]
Tables = Mapping[str, Sequence[Row]]
Columns = Mapping[str, Kind]

AREA: Columns = {
    "id": "text", "name_fi": "text", "genitive_fi": "text", "source": "text", "checked_on": "date",
    "recheck_days": "number",
}  # fmt: skip
ENTRIES: Mapping[str, Columns] = {
    "services": {
        "id": "text", "name_fi": "text", "group": "text", "organiser": "text", "decided_by": "text",
        "summary_fi": "text", "summary_selko": "maybe", "access_fi": "text", "access_selko": "maybe",
        "first_step_fi": "text", "first_step_selko": "maybe", "first_step_written_fi": "maybe",
        "first_step_written_selko": "maybe",
        "aliases_fi": "list", "parallel_ok": "flag", "parallel_note_fi": "maybe", "after": "list", "before": "list",
        "fallback": "number", "legal_basis": "maybe", "official_url": "maybe", "valid_from": "date", "valid_to": "date",
        "checked_on": "date", "recheck_on": "date", "confidence": "maybe", "evidence": "maybe", "source": "maybe",
        "open_questions_fi": "list",
    },
    "needs": {"id": "text", "label_fi": "text", "description_fi": "text", "urgency": "text", "wishes": "list"},
    "facts": {
        "id": "text", "label_fi": "text", "type": "text", "unit": "maybe", "min": "number", "max": "number",
        "group": "text", "sensitivity": "text", "ask": "text", "ask_order": "number", "question_fi": "maybe",
        "question_selko": "maybe", "help_fi": "maybe", "help_selko": "maybe", "skippable": "flag",
        "context_only": "flag", "told_is_enough": "flag",
        "when_not_asked": "json", "said_fi": "json", "quick_replies_fi": "json",
    },
    "escalation": {
        "id": "text", "label_fi": "text", "signals": "list", "min_important_needs": "number", "action_fi": "text",
    },
    "texts": {"id": "text", "fi": "text", "selko": "maybe", "sv": "maybe", "en": "maybe"},
    "sentences": {"id": "text", "fi": "text"},
    "people": {
        "id": "text", "name_fi": "text", "story_fi": "text", "facts": "json", "declined": "list", "partial": "flag",
        "signals": "list", "needs_expected": "list", "must_include": "list", "should_include": "list",
        "must_not_include": "json", "parallel_pairs": "json", "order_pairs": "json", "escalate": "maybe",
    },
    "numbers": {
        "id": "text", "name_fi": "text", "number": "text", "tel": "text", "hours_fi": "text", "languages": "list",
        "note_fi": "text", "source": "text", "checked_on": "date", "recheck_days": "number", "areas": "list",
    },
    "teams": {
        "id": "text", "name_fi": "text", "kind": "text", "municipalities": "list", "regions": "list",
        "wellbeing_areas": "list",
    },
    "hours": {
        "id": "text", "timezone": "text", "always": "flag", "week": "json", "closed_on": "list", "text_fi": "text",
    },
    "municipalities": {
        "id": "text", "name_fi": "text", "name_sv": "text", "region": "text", "wellbeing_area": "text",
        "former_names": "list", "valid_from": "date", "source": "text",
    },
    "regions": AREA,
    "wellbeing_areas": AREA,
    "interview": {"id": "text", "content": "json"},
}  # fmt: skip
LINES: Columns = {
    "collection": "text", "owner": "text", "part": "text", "way": "number", "line": "number", "fact": "text",
    "op": "text", "value": "text", "why_fi": "text", "deciding": "flag", "weight": "number", "step_fi": "text",
    "step_selko": "maybe", "source": "maybe", "valid_from": "date", "valid_to": "date", "checked_on": "date",
}  # fmt: skip
OPTIONS: Columns = {"owner": "text", "id": "text", "label_fi": "text", "label_selko": "maybe"}
OTHERS: Mapping[str, Columns] = {
    "lines": LINES,
    "responses": {"owner": "text", "need": "text", "strength": "number"},
    "exclusions": {"owner": "text", "other": "text", "why_fi": "text"},
    "options": OPTIONS,
}
TABLES: Mapping[str, Columns] = {**ENTRIES, **OTHERS}
# Which parts of an entry are ways, and which are plain lists of lines.
WAYS = {"services": ("ways",), "needs": ("ways",), "escalation": ("ways",), "facts": ("ask_when", "derived_from")}
LISTS = ("advisor_lines", "preferring", "first_steps_when")
OF_LINE: Mapping[str, tuple[str, ...]] = {
    "ways": ("why_fi", "deciding", "source", "valid_from", "valid_to", "checked_on"),
    "preferring": ("weight", "why_fi"),
    "first_steps_when": ("step_fi", "step_selko"),
}


def heading(column: str) -> str:
    """Return a column's name as the expert reads it."""
    words = rule_words()
    return words.columns.get(column) or words.fields.get(column, column)


def tables_of(edition: Edition) -> dict[str, list[dict[str, Cell]]]:
    """Return the whole catalogue as rows, cells by column."""
    tables: dict[str, list[dict[str, Cell]]] = {name: [] for name in TABLES}
    for collection in MODELS:
        for entry in edition.ids(collection):
            content = edition.plain(collection, entry) or {}
            tables[collection].append({name: write(kind, content[name]) for name, kind in ENTRIES[collection].items()})
            tables["lines"] += _lines_of(collection, content)
            _others_of(tables, collection, content)
    for part in INTERVIEW:
        content = edition.plain("interview", part) or {}
        tables["interview"].append({"id": part, "content": write("json", content["value"])})
    return tables


def _others_of(tables: dict[str, list[dict[str, Cell]]], collection: str, content: dict[str, Any]) -> None:
    owner = content["id"]
    if collection == "services":
        tables["responses"] += [{"owner": owner, **one} for one in content["responds_to"]]
        exclusions = content["excludes"]
        tables["exclusions"] += [{"owner": owner, "other": o["service"], "why_fi": o["why_fi"]} for o in exclusions]
    if collection == "facts":
        tables["options"] += [{"owner": owner, **one} for one in content["values"]]


def _lines_of(collection: str, content: dict[str, Any]) -> Iterator[dict[str, Cell]]:
    words = rule_words()
    own = {"collection": words.collections[collection], "owner": content["id"]}
    for part in WAYS.get(collection, ()):
        ways = content[part] if part == "ways" else (content[part] or {}).get("ways")
        place = {**own, "part": words.parts[part]}
        if ways is not None and not ways and collection not in ("services", "needs"):
            yield {**place, "way": 0}
        for number, way in enumerate(ways or (), 1):
            if not way["lines"]:
                yield {**place, "way": number}
            for line_number, line in enumerate(way["lines"], 1):
                yield from _conditions_of({**place, "way": number, "line": line_number}, "ways", line)
    for part in LISTS if collection == "services" else ():
        for number, line in enumerate(content[part], 1):
            yield from _conditions_of({**own, "part": words.parts[part], "line": number}, part, line)


def _conditions_of(place: dict[str, Cell], part: str, line: dict[str, Any]) -> Iterator[dict[str, Cell]]:
    """Yield a row for each condition; what is said of the whole line stands on its first row."""
    whole = {name: write(LINES[name], line[name]) for name in OF_LINE.get(part, OF_LINE["ways"])}
    if not line["any_of"]:
        yield {**place, **whole}
    for number, one in enumerate(line["any_of"]):
        found: dict[str, Cell] = {**place, "fact": one["fact"], "op": rule_words().ops[one["op"]]}
        yield {**found, "value": write_value(one["value"]), **(whole if number == 0 else {})}
