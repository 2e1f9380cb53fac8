"""The difference between two editions as an expert reads it: entry by entry, field by field, line by line."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from domain.conditions import Condition
from domain.editions import COLLECTIONS, Changes, Edition, changes_between
from domain.reading import line_text
from domain.rules import RuleBook
from domain.wording import rule_words

LINES = frozenset({"lines", "advisor_lines", "preferring", "first_steps_when"})


class Difference(NamedTuple):
    """One thing that differs, in plain words; `path` is within the entry."""

    path: str
    label: str
    before: str
    after: str
    text: str


class EntryDifference(NamedTuple):
    """One entry that was added, changed or deleted."""

    collection: str
    id: str
    label: str
    change: str
    lines: tuple[Difference, ...]


def differences(before: Edition, after: Edition, changes: Changes | None = None) -> list[EntryDifference]:
    """Return how two editions differ, in the order of the catalogue. `changes` are those between them, if known."""
    found = changes_between(before, after) if changes is None else changes
    return [
        entry_difference(before, after, collection, entry)
        for collection in COLLECTIONS
        for entry in found.get(collection, ())
        if before.plain(collection, entry) != after.plain(collection, entry)
    ]


def entry_difference(before: Edition, after: Edition, collection: str, entry: str) -> EntryDifference:
    """Return how one entry differs."""
    old, new = before.plain(collection, entry), after.plain(collection, entry)
    change = "added" if old is None else "deleted" if new is None else "changed"
    lines = tuple(_Teller(before.book, after.book).fields(old, new)) if old and new else ()
    return EntryDifference(collection, entry, label_of(new or old or {}), change, lines)


def label_of(content: dict[str, Any]) -> str:
    """Return what an entry is called."""
    words = rule_words()
    named = [content.get(name) for name in ("name_fi", "label_fi")]
    if "selko" in content:
        named.append(words.texts.get(content["id"]))
    if "value" in content:
        named.append(words.collections.get(content["id"]))
    entry = content.get("id", "")
    return str(next((name for name in named if name), words.fields.get(entry, entry)))


class _Teller:
    def __init__(self, before: RuleBook, after: RuleBook) -> None:
        self._before = before
        self._after = after
        self._names = {s.id: s.name_fi for book in (before, after) for s in book.services}
        self._names |= {n.id: n.label_fi for book in (before, after) for n in book.needs}

    def fields(self, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
        for name in dict.fromkeys([*old, *new]):
            if old.get(name) != new.get(name):
                yield from self._field(name, old.get(name), new.get(name))

    def _field(self, name: str, old: Any, new: Any) -> Iterator[Difference]:
        if name in ("ask_when", "derived_from") and (old is None or isinstance(old, dict)):
            yield from self._ways(f"{name}.ways", (old or {}).get("ways", []), (new or {}).get("ways", []))
        elif name == "ways":
            yield from self._ways(name, old or [], new or [])
        elif name in LINES:
            yield from self._lines(name, old, new)
        elif isinstance(old, list) and isinstance(new, list):
            yield from self._items(name, old, new)
        else:
            yield self._plain(name, old, new)

    def _plain(self, name: str, old: Any, new: Any) -> Difference:
        words, label = rule_words().changes, _label(name)
        told = [self._value(one) for one in (old, new)]
        kind = "field_set" if old in (None, "") else "field_cleared" if new in (None, "") else "field"
        text = words[kind].format(field=label, before=told[0], after=told[1])
        return Difference(name, label, told[0], told[1], text)

    def _value(self, value: Any) -> str:
        words = rule_words()
        if value is None or value in ("", []):
            return words.changes["nothing"]
        if isinstance(value, bool):
            return words.conditions["yes" if value else "no"]
        if isinstance(value, dict):
            return self._member(value)
        if isinstance(value, list):
            return ", ".join(self._value(one) for one in value)
        return self._names.get(str(value), str(value))

    def _member(self, value: dict[str, Any]) -> str:
        if "any_of" in value or "lines" in value:
            return self._line(self._after, value)
        return "; ".join(self._value(one) for one in value.values() if one not in (None, "", [], {}))

    def _items(self, name: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
        words, label = rule_words().changes, _label(name)
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        for one in gone:
            told = self._value(one)
            yield Difference(name, label, told, "", words["item_removed"].format(field=label, before=told))
        for one in come:
            told = self._value(one)
            yield Difference(name, label, "", told, words["item_added"].format(field=label, after=told))
        if not gone and not come:
            yield Difference(name, label, "", "", words["moved"].format(field=label))

    def _ways(self, path: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
        if len(old) == len(new):
            for number, (before, after) in enumerate(zip(old, new, strict=True)):
                yield from self._lines(f"{path}.{number}.lines", before["lines"], after["lines"])
            return
        yield from self._sequence(path, old, new, ("way_added", "way_removed", "line_changed"))

    def _lines(self, path: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
        yield from self._sequence(path, old, new, ("line_added", "line_removed", "line_changed"))

    def _sequence(self, path: str, old: list[Any], new: list[Any], kinds: Sequence[str]) -> Iterator[Difference]:
        then, now = ([json.dumps(one, sort_keys=True) for one in side] for side in (old, new))
        for kind, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            pairs = min(b - a, d - c)
            for number in range(pairs):
                yield from self._changed(f"{path}.{c + number}", old[a + number], new[c + number], kinds[2])
            for number in range(c + pairs, d):
                yield self._said(f"{path}.{number}", None, new[number], kinds[0])
            for number in range(a + pairs, b):
                yield self._said(f"{path}.{number}", old[number], None, kinds[1])

    def _changed(self, path: str, old: Any, new: Any, kind: str) -> Iterator[Difference]:
        """Tell a changed line: what it says, and its why, each when it differs; else whatever else does."""
        words = rule_words().changes
        if self._line(self._before, old) != self._line(self._after, new):
            yield self._said(path, old, new, kind)
        if old.get("why_fi") != new.get("why_fi"):
            before, after = str(old.get("why_fi", "")), str(new.get("why_fi", ""))
            text = words["why_changed"].format(before=before, after=after)
            yield Difference(f"{path}.why_fi", _label("why_fi"), before, after, text)
        rest = [name for name in new if name not in ("any_of", "why_fi", "lines") and old.get(name) != new[name]]
        for name in rest:
            plain = self._plain(name, old.get(name), new[name])
            yield plain._replace(path=f"{path}.{name}")

    def _said(self, path: str, old: Any, new: Any, kind: str) -> Difference:
        before = "" if old is None else self._line(self._before, old)
        after = "" if new is None else self._line(self._after, new)
        text = rule_words().changes[kind].format(before=before, after=after)
        return Difference(path, _label(path.split(".", maxsplit=1)[0]), before, after, text)

    def _line(self, book: RuleBook, line: dict[str, Any]) -> str:
        if "lines" in line:
            told = [self._line(book, one) for one in line["lines"]]
            return "; ".join(told) or rule_words().reading["always"]
        return line_text(book, [Condition.model_validate(one) for one in line["any_of"]])


def _label(name: str) -> str:
    return rule_words().fields.get(name, name)
