"""The whole catalogue as one JSON document, and what a document or tables would change."""

from collections.abc import Mapping
from typing import Any

from domain.editions import MODELS, ORDERED, Change, Changes, Edition
from domain.errors import Invalid
from domain.problems import Problem

FORMAT = "palvelupolku-catalogue"
Entries = Mapping[str, Mapping[str, Change]]


def document_of(edition: Edition, version: int) -> dict[str, Any]:
    """Return everything that editors may change, as one document."""
    collections = {name: [edition.plain(name, i) for i in edition.ids(name)] for name in (*MODELS, "interview")}
    return {"format": FORMAT, "version": version, "collections": collections}


def entries_of(document: Any) -> dict[str, dict[str, Change]]:
    """Return the entries of a document by collection and id. Raises Invalid with every place that is not one."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Invalid("unreadable_file", [Problem("format", "unreadable_file")])
    collections = document.get("collections")
    problems: list[Problem] = []
    found: dict[str, dict[str, Change]] = {}
    for name, entries in collections.items() if isinstance(collections, dict) else ():
        if name not in (*MODELS, "interview") or not isinstance(entries, list):
            problems.append(Problem(str(name), "unknown_collection", str(name)))
            continue
        found[name] = _by_id(name, entries, problems)
    if problems:
        raise Invalid("unreadable_file", problems)
    return found


def _by_id(collection: str, entries: list[Any], problems: list[Problem]) -> dict[str, Change]:
    found: dict[str, Change] = {}
    for number, content in enumerate(entries):
        entry = content.get("id") if isinstance(content, dict) else None
        if not isinstance(entry, str):
            problems.append(Problem(f"{collection}.{number}", "missing", "id"))
        elif entry in found:
            problems.append(Problem(f"{collection}.{entry}", "same_id_twice", "2"))
        else:
            found[entry] = content
    return found


def changes_to(edition: Edition, entries: Entries) -> dict[str, dict[str, Change]]:
    """Return what makes the edition hold exactly these entries, in their order; other collections stay."""
    changes: dict[str, dict[str, Change]] = {}
    for name, wanted in entries.items():
        there = {i: edition.plain(name, i) for i in edition.ids(name)}
        changed = {i: content for i, content in wanted.items() if there.get(i) != content}
        if name != "interview":
            changed |= {i: None for i in there if i not in wanted}
        if changed:
            changes[name] = changed
        if name in ORDERED and _moved(list(there), list(wanted)):
            changes.setdefault("order", {})[name] = {"id": name, "value": list(wanted)}
    return changes


def _moved(before: list[str], after: list[str]) -> bool:
    """Tell whether the entries that are in both stand in another order."""
    both = set(before) & set(after)
    return [i for i in before if i in both] != [i for i in after if i in both]


def only_real(edition: Edition, after: Edition, changes: Changes) -> dict[str, dict[str, Change]]:
    """Return those of the changes that make a difference once they are read."""
    pairs = {n: {i: (edition.plain(n, i), after.plain(n, i)) for i in entries} for n, entries in changes.items()}
    real = {n: {i: new for i, (old, new) in found.items() if old != new} for n, found in pairs.items()}
    return {name: found for name, found in real.items() if found}
