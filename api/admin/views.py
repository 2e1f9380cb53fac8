"""What the console shows of drafts, versions and differences."""

from collections.abc import Iterable, Mapping
from typing import Any

from api.admin.editions import Drafted
from api.db.models.rules import DraftRow, RulebookRow
from domain.differing import EntryDifference, label_of
from domain.editions import Edition
from domain.merging import Conflicted
from domain.places import names_of, problem_view
from domain.problems import Problem
from domain.reading import Reading, read_escalation, read_fact, read_need, read_service
from domain.rules import Escalation, Fact, Need, Service
from domain.wording import rule_words


def changed_entries(drafted: Drafted) -> list[dict[str, str]]:
    """Return which entries a draft changes; what was changed back is none of them."""
    found = []
    for collection, entries in drafted.changes.items():
        for entry in entries:
            old, new = drafted.base.plain(collection, entry), drafted.edition.plain(collection, entry)
            if old != new:
                change = "added" if old is None else "deleted" if new is None else "changed"
                label = label_of(new or old or {})
                found.append({"collection": collection, "id": entry, "label": label, "change": change})
    return found


def draft_row(row: DraftRow, newest: int) -> dict[str, Any]:
    """Return a draft as a list shows it."""
    return {
        "id": row.id,
        "title": row.title,
        "state": row.state,
        "based_on": row.based_on,
        "newest": newest,
        "stale": row.based_on != newest and row.state in ("open", "submitted"),
        "revision": row.revision,
        "author": row.author,
        "created": row.created,
        "updated": row.updated,
        "note": row.note,
        "submitted_by": row.submitted_by,
        "returned_note": row.returned_note,
        "published_as": row.published_as,
    }


def draft_view(drafted: Drafted) -> dict[str, Any]:
    """Return a draft with what it changes and who has changed it."""
    changed = changed_entries(drafted)
    more = {"editors": list(drafted.editors), "changes": len(changed), "changed": changed}
    return draft_row(drafted.row, drafted.newest) | more


def problems_view(problems: Iterable[Problem], edition: Edition) -> list[dict[str, Any]]:
    """Return problems with their places and what to do about them."""
    names = names_of(edition)
    return [problem_view(problem, names) for problem in problems]


def difference_view(difference: EntryDifference) -> dict[str, Any]:
    """Return how one entry differs."""
    lines = [
        {
            "path": line.path,
            "label_fi": line.label,
            "before_fi": line.before,
            "after_fi": line.after,
            "text_fi": line.text,
        }
        for line in difference.lines
    ]
    plain = difference._asdict() | {"lines": lines, "change_fi": rule_words().changes[difference.change]}
    return plain | {"collection_fi": rule_words().collections[difference.collection]}


def reading_view(reading: Reading) -> dict[str, Any]:
    """Return a rule in plain Finnish."""
    parts = [{"heading": part.heading, "items": [item._asdict() for item in part.items]} for part in reading.parts]
    return {"title": reading.title, "parts": parts, "text": reading.text}


def read(edition: Edition, entry: object) -> dict[str, Any] | None:
    """Return an entry in plain Finnish when it is a rule."""
    match entry:
        case Service():
            return reading_view(read_service(edition.book, entry))
        case Need():
            return reading_view(read_need(edition.book, entry))
        case Fact():
            return reading_view(read_fact(edition.book, entry))
        case Escalation():
            return reading_view(read_escalation(edition.book, entry))
        case _:
            return None


def version_view(row: RulebookRow, in_force: int | None) -> dict[str, Any]:
    """Return a published version without its content."""
    return {
        "version": row.version,
        "effective_from": row.effective_from,
        "in_force": row.version == in_force,
        "author": row.author,
        "approver": row.approver,
        "note": row.note,
        "created": row.created,
        "kind": row.kind,
        "based_on": row.based_on,
        "changes": None if row.changed is None else len(row.changed),
    }


def conflict_view(found: Conflicted, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a conflict: what it was, what each of the two made of it."""
    path = found.conflict.path
    label = next((rule_words().fields[str(step)] for step in path if str(step) in rule_words().fields), "")
    return {
        "collection": found.collection,
        "id": found.entry,
        "label": names.get(found.entry, found.entry),
        "path": list(path),
        "label_fi": label,
        "base": found.conflict.base,
        "mine": found.conflict.mine,
        "theirs": found.conflict.theirs,
    }
