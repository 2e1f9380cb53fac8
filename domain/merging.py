"""Two people's changes to the same thing put together; where both changed one place, it is named and not guessed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from domain.editions import Change, Changes

# Lists whose members have a name, and lists whose order says nothing.
NAMED = {"excludes": "service", "responds_to": "need", "values": "id", "screens": "id", "stages": "id"}
UNORDERED = frozenset({"after", "before", "aliases_fi", "wishes", "declined", "signals"})
MISSING: Any = type("Missing", (), {"__repr__": lambda _: "MISSING"})()

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both changed, each in their own way; None is what is not there."""

    path: Path
    base: Any
    mine: Any
    theirs: Any


class Take(NamedTuple):
    """How a conflict is settled: with mine, with theirs, or with a value of its own."""

    side: Literal["mine", "theirs", "value"]
    value: Any = None


Choices = Mapping[Path, Take]


class Merged(NamedTuple):
    """What came of it, with mine where there is a conflict, and the conflicts."""

    value: Any
    conflicts: tuple[Conflict, ...]


def merge(base: Any, mine: Any, theirs: Any, choices: Choices, path: Path = ()) -> Merged:
    """Merge two changed forms of the same plain data; conflicts for which there is a choice are settled by it."""
    if _same(mine, base) or _same(mine, theirs):
        return Merged(theirs, ())
    if _same(theirs, base):
        return Merged(mine, ())
    if all(isinstance(one, dict) for one in (base, mine, theirs)):
        return _members(base, mine, theirs, choices, path)
    if all(isinstance(one, list) for one in (base, mine, theirs)):
        return _lists(base, mine, theirs, choices, path)
    return _conflict(base, mine, theirs, choices, path)


def _same(one: Any, other: Any) -> bool:
    """Tell whether two are equal as JSON, where true is not 1."""
    return one == other and _written(one) == _written(other)


def _written(one: Any) -> str:
    return json.dumps(one, sort_keys=True, default=repr)


def _conflict(base: Any, mine: Any, theirs: Any, choices: Choices, path: Path) -> Merged:
    match choices.get(path):
        case None:
            plain = (None if one is MISSING else one for one in (base, mine, theirs))
            return Merged(mine, (Conflict(path, *plain),))
        case Take("value", value):
            return Merged(value, ())
        case Take(side):
            return Merged(mine if side == "mine" else theirs, ())


def _members(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], choices: Choices, path: Path
) -> Merged:
    value, conflicts = dict[str, Any](), list[Conflict]()
    for key in dict.fromkeys([*theirs, *mine, *base]):
        sides = [one.get(key, MISSING) for one in (base, mine, theirs)]
        found = merge(sides[0], sides[1], sides[2], choices, (*path, key))
        conflicts += found.conflicts
        if found.value is not MISSING:
            value[key] = found.value
    return Merged(value, tuple(conflicts))


def _lists(base: list[Any], mine: list[Any], theirs: list[Any], choices: Choices, path: Path) -> Merged:
    name = path[-1] if path else None
    if name in NAMED and all(_all_named(one, NAMED[str(name)]) for one in (base, mine, theirs)):
        key = NAMED[str(name)]
        named = [{entry[key]: entry for entry in one} for one in (base, mine, theirs)]
        found = _members(named[0], named[1], named[2], choices, path)
        order = _sequences([*named[0]], [*named[1]], [*named[2]], choices, path)
        first = [i for i in order.value if i in found.value]
        return Merged([found.value[i] for i in dict.fromkeys([*first, *found.value])], found.conflicts)
    if name in UNORDERED:
        gone = [one for one in base if one not in mine or one not in theirs]
        return Merged([one for one in _union(theirs, mine) if one not in gone], ())
    return _sequences(base, mine, theirs, choices, path)


def _union(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
    return [*first, *(one for one in second if one not in first)]


def _all_named(entries: Sequence[Any], key: str) -> bool:
    names = [entry.get(key) for entry in entries if isinstance(entry, dict)]
    return len(names) == len(entries) and None not in names and len(set(map(str, names))) == len(names)


class _Edit(NamedTuple):
    start: int
    end: int
    put: list[Any]


def _edits(base: Sequence[Any], new: Sequence[Any]) -> list[_Edit]:
    old, now = ([_written(one) for one in side] for side in (base, new))
    found = SequenceMatcher(None, old, now, autojunk=False).get_opcodes()
    return [_Edit(a, b, list(new[c:d])) for kind, a, b, c, d in found if kind != "equal"]


def _sequences(base: list[Any], mine: list[Any], theirs: list[Any], choices: Choices, path: Path) -> Merged:
    """Merge lists whose members have no names: a member is changed as a whole, by one of the two."""
    ours, others = _edits(base, mine), _edits(base, theirs)
    if any(_clash(one, other) for one in ours for other in others if one != other):
        return _conflict(base, mine, theirs, choices, path)
    edits = ours + [edit for edit in others if edit not in ours]
    # From the end, so that places stay; at one place a replacement goes before what is put in front of it.
    value = list(base)
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        value[edit.start : edit.end] = edit.put
    return Merged(value, ())


def _clash(one: _Edit, other: _Edit) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


class Conflicted(NamedTuple):
    """A conflict and the entry that it is in."""

    collection: str
    entry: str
    conflict: Conflict


def merge_changes(
    base: Changes, mine: Changes, theirs: Changes, choices: Mapping[tuple[str, str], Choices]
) -> tuple[dict[str, dict[str, Change]], list[Conflicted]]:
    """Merge changed entries: each argument holds, for every changed entry, its content there (None: there is none).

    Returns what of it differs from theirs, and the conflicts. `choices` are by collection and entry.
    """
    merged: dict[str, dict[str, Change]] = {}
    conflicts: list[Conflicted] = []
    for collection, entries in mine.items():
        for entry, content in entries.items():
            there = theirs[collection][entry]
            found = merge(base[collection][entry], content, there, choices.get((collection, entry), {}))
            conflicts += [Conflicted(collection, entry, conflict) for conflict in found.conflicts]
            if not _same(found.value, there):
                merged.setdefault(collection, {})[entry] = found.value
    return merged, conflicts
