"""An edition: everything that editors change together, by collection and id, as models and as plain data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from domain.conditions import Frozen
from domain.errors import Invalid
from domain.extras import BESIDE, Beside, Text, seed_hours, seed_numbers, seed_people, seed_teams, seed_texts
from domain.hours import ServiceHours
from domain.municipalities import Area, Municipality
from domain.once import Once
from domain.people import ExamplePerson
from domain.problems import Problem
from domain.routing import Team
from domain.rules import Escalation, Fact, Interview, Need, RuleBook, Service
from domain.urgent_answers import HelpNumber


class Sentence(Frozen):
    """One sentence of an explanation."""

    id: str
    fi: str


Entry = Service | Need | Fact | Escalation | Sentence | Municipality | Area | Beside
Change = dict[str, Any] | None
Changes = Mapping[str, Mapping[str, Change]]

MODELS: Mapping[str, type[Entry]] = {
    "facts": Fact,
    "needs": Need,
    "services": Service,
    "escalation": Escalation,
    "sentences": Sentence,
    "municipalities": Municipality,
    "regions": Area,
    "wellbeing_areas": Area,
    **BESIDE,
}
BOOK = ("facts", "needs", "services", "escalation", "municipalities", "regions", "wellbeing_areas")
ORDERED = ("facts", "needs", "services", "escalation", "people")
INTERVIEW = tuple(Interview.model_fields)
COLLECTIONS = (*MODELS, "interview", "order")
DUMP: TypeAdapter[Any] = TypeAdapter(Any)


@dataclass(frozen=True)
class Edition(Once):
    """One state of the catalogue: the rule book and what stands beside it."""

    book: RuleBook
    texts: Mapping[str, Text] = field(default_factory=seed_texts)
    people: Mapping[str, ExamplePerson] = field(default_factory=seed_people)
    numbers: Mapping[str, HelpNumber] = field(default_factory=seed_numbers)
    teams: Mapping[str, Team] = field(default_factory=seed_teams)
    hours: Mapping[str, ServiceHours] = field(default_factory=seed_hours)

    def entries(self, collection: str) -> Mapping[str, Entry]:
        """Return the entries by id, in their order. Of interview and order there is only `plain`."""
        match collection:
            case "sentences":
                return self.once(collection, lambda: {i: Sentence(id=i, fi=t) for i, t in self.book.sentences.items()})
            case _ if collection in BESIDE:
                found: Mapping[str, Entry] = getattr(self, collection)
                return found
            case _:
                return self.once(collection, lambda: {entry.id: entry for entry in getattr(self.book, collection)})

    def ids(self, collection: str) -> tuple[str, ...]:
        """Return the ids of a collection."""
        if collection == "interview":
            return INTERVIEW
        return ORDERED if collection == "order" else tuple(self.entries(collection))

    def plain(self, collection: str, entry: str) -> Change:
        """Return one entry as JSON data, or None when there is none."""
        if entry not in self.ids(collection):
            return None
        if collection == "order":
            return {"id": entry, "value": list(self.entries(entry))}
        if collection == "interview":
            return {"id": entry, "value": DUMP.dump_python(getattr(self.book.interview, entry), mode="json")}
        return self.entries(collection)[entry].model_dump(mode="json")


def edition_of(book: RuleBook, extras: Changes) -> Edition:
    """Return the edition of a published book: what stands beside it is the product's own with what editors changed."""
    return with_changes(Edition(book), extras)


def extras_of(edition: Edition) -> dict[str, dict[str, Change]]:
    """Return how the extras differ from the product's own; what is stored beside a published book."""
    own = Edition(edition.book)
    return {name: found for name in BESIDE if (found := difference(own, edition, name))}


def difference(before: Edition, after: Edition, collection: str) -> dict[str, Change]:
    """Return the changes that make one collection of `before` that of `after`."""
    old, new = before.entries(collection), after.entries(collection)
    changed: dict[str, Change] = {i: after.plain(collection, i) for i, e in new.items() if old.get(i) != e}
    return changed | {i: None for i in old if i not in new}


def changes_between(before: Edition, after: Edition) -> dict[str, dict[str, Change]]:
    """Return all changes that make `before` into `after`."""
    found = {name: difference(before, after, name) for name in MODELS}
    for name in ("interview", "order"):
        pairs = {i: (before.plain(name, i), after.plain(name, i)) for i in after.ids(name)}
        found[name] = {i: new for i, (old, new) in pairs.items() if _differs(name, old, new)}
    return {name: changed for name, changed in found.items() if changed}


def _differs(collection: str, old: Change, new: Change) -> bool:
    """An order differs when those that are in both stand otherwise; what is new or gone is told elsewhere."""
    if collection != "order" or old is None or new is None:
        return old != new
    both = set(old["value"]) & set(new["value"])
    return [i for i in old["value"] if i in both] != [i for i in new["value"] if i in both]


def with_changes(edition: Edition, changes: Changes) -> Edition:
    """Return the edition with the changes made. Raises Invalid with every place that cannot be read."""
    problems: list[Problem] = []
    parts: dict[str, Any] = {}
    for collection, changed in changes.items():
        if collection in MODELS:
            parts[collection] = _changed(edition, collection, changed, problems)
        elif collection == "interview":
            parts[collection] = _interview(edition.book.interview, changed, problems)
        elif collection != "order":
            problems.append(Problem(collection, "unknown_collection", collection))
    if problems:
        raise Invalid("unreadable_entry", problems)
    for collection, wanted in changes.get("order", {}).items():
        if wanted is not None and collection in ORDERED:
            entries = parts.get(collection) or edition.entries(collection)
            parts[collection] = _in_order(entries, wanted["value"])
    return _with_parts(edition, parts)


def _with_parts(edition: Edition, parts: Mapping[str, Any]) -> Edition:
    book = edition.book
    content = {name: getattr(book, name) for name in RuleBook.model_fields}
    content |= {name: tuple(parts[name].values()) for name in BOOK if name in parts}
    if "interview" in parts:
        content["interview"] = parts["interview"]
    if "sentences" in parts:
        content["sentences"] = {i: sentence.fi for i, sentence in parts["sentences"].items()}
    same = not parts.keys() - set(BESIDE)
    beside = {name: parts.get(name, edition.entries(name)) for name in BESIDE}
    return Edition(book if same else RuleBook(**content), **beside)


def _changed(
    edition: Edition, collection: str, changed: Mapping[str, Change], problems: list[Problem]
) -> dict[str, Entry]:
    entries = dict(edition.entries(collection))
    for entry, content in changed.items():
        if content is None:
            entries.pop(entry, None)
        elif (read := parse_entry(collection, entry, content, problems)) is not None:
            entries[entry] = read
    return entries


def parse_entry(collection: str, entry: str, content: Mapping[str, Any], problems: list[Problem]) -> Entry | None:
    """Return one entry read from plain data; what cannot be read is added to `problems`."""
    place = f"{collection}.{entry}"
    try:
        read = MODELS[collection].model_validate(content)
    except ValidationError as error:
        problems += _told(place, error)
        return None
    if read.id != entry:
        problems.append(Problem(f"{place}.id", "wrong_id", read.id))
    return read


def _interview(interview: Interview, changed: Mapping[str, Change], problems: list[Problem]) -> Interview:
    parts = {name: getattr(interview, name) for name in INTERVIEW}
    for name, content in changed.items():
        if name not in INTERVIEW or content is None:
            problems.append(Problem(f"interview.{name}", "unknown_entry", name))
            continue
        try:
            parts[name] = getattr(Interview.model_validate({name: content.get("value")}), name)
        except ValidationError as error:
            problems += _told("interview", error)
    return Interview(**parts)


def _told(place: str, error: ValidationError) -> Iterable[Problem]:
    for found in error.errors():
        yield Problem(".".join([place, *map(str, found["loc"])]), found["type"], str(found["msg"]))


def _in_order(entries: Mapping[str, Entry], wanted: Sequence[str]) -> dict[str, Entry]:
    named = {i: entries[i] for i in wanted if i in entries}
    return named | {i: entry for i, entry in entries.items() if i not in named}
