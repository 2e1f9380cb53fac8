"""A rule in plain Finnish: what must hold, what speaks for it, and how it lies among the others."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from domain.conditions import Condition, Line, Way
from domain.rules import Escalation, Fact, Need, Preference, RuleBook, Service
from domain.wording import rule_words


class Item(NamedTuple):
    """One line as a sentence, its why, where it stands in the entry, and what else is to be known of it."""

    text: str
    why: str = ""
    path: str = ""
    note: str = ""


class Part(NamedTuple):
    """A heading and what stands under it."""

    heading: str
    items: tuple[Item, ...]


class Reading(NamedTuple):
    """The whole rule."""

    title: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The reading as running text, one item a line."""
        lines = [self.title]
        for part in self.parts:
            lines += [f"{part.heading}:", *(f"- {item.text}" for item in part.items)]
        return "\n".join(lines)


def day(value: date) -> str:
    """Return a date as it is written in Finnish."""
    return f"{value.day}.{value.month}.{value.year}"


def condition_text(book: RuleBook, condition: Condition) -> str:
    """Return one condition in words; an unknown fact is shown by its id."""
    words, fact = rule_words().conditions, book.vocabulary.get(condition.fact)
    if fact is None:
        return words["unknown_fact"].format(fact=condition.fact)
    return words[condition.op].format(fact=fact.label_fi, value=value_text(fact, condition.value))


def value_text(fact: Fact, value: object) -> str:
    """Return a value of a fact in words."""
    words = rule_words().conditions
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, int):
        return f"{value} {fact.unit or ''}".strip()
    names = {option.id: option.label_fi for option in fact.values}
    if isinstance(value, tuple | list):
        return ", ".join(names.get(str(one), str(one)) for one in value) or rule_words().changes["nothing"]
    return names.get(str(value), str(value))


def line_text(book: RuleBook, any_of: Iterable[Condition]) -> str:
    """Return a line in words: any one of its conditions suffices."""
    return rule_words().conditions["or"].join(condition_text(book, condition) for condition in any_of)


def read_service(book: RuleBook, service: Service) -> Reading:
    """Return a service's rule in words."""
    words = rule_words().reading
    names = {one.id: one.name_fi for one in book.services}
    parts = [*_ways(book, service.ways, words["all"])]
    parts.append(Part(words["preferring"], tuple(_preferring(book, service.preferring))))
    parts.append(Part(words["advisor"], tuple(_lines(book, service.advisor_lines, "advisor_lines"))))
    parts.append(Part(words["steps"], tuple(_steps(book, service))))
    parts.append(Part(words["needs"], tuple(_needs(book, service))))
    rivals = (Item(names.get(one.service, one.service), one.why_fi, "excludes") for one in service.excludes)
    parts.append(Part(words["excludes"], (*rivals, *_aside(service))))
    for name, ids in (("after", service.after), ("before", service.before)):
        parts.append(Part(words[name], tuple(Item(names.get(i, i), path=name) for i in ids)))
    parts.append(Part(words["dates"], tuple(_dates(service))))
    return Reading(service.name_fi, tuple(part for part in parts if part.items))


def read_need(book: RuleBook, need: Need) -> Reading:
    """Return in words when a need is there."""
    return Reading(need.label_fi, tuple(_ways(book, need.ways, rule_words().reading["need"])))


def read_escalation(book: RuleBook, rule: Escalation) -> Reading:
    """Return in words when a human is called in."""
    return Reading(rule.label_fi, tuple(_ways(book, rule.ways or (), rule_words().reading["escalation"])))


def read_fact(book: RuleBook, fact: Fact) -> Reading:
    """Return in words when a fact is asked and what it is concluded from."""
    words = rule_words().reading
    parts: list[Part] = []
    for name, heading, formula in (
        ("ask_when", words["ask_when"], fact.ask_when),
        ("derived_from", words["derived"], fact.derived_from),
    ):
        if formula is not None:
            parts += _ways(book, formula.ways, heading, f"{name}.ways")
    return Reading(fact.label_fi, tuple(parts))


def _ways(book: RuleBook, ways: Sequence[Way], heading: str, path: str = "ways") -> Iterator[Part]:
    words = rule_words().reading
    if not ways:
        yield Part(heading, (Item(words["never"], path=path),))
    for number, way in enumerate(ways):
        title = heading if len(ways) == 1 else words["way"].format(number=number + 1)
        items = tuple(_lines(book, way.lines, f"{path}.{number}.lines"))
        yield Part(title, items or (Item(words["always"], path=f"{path}.{number}"),))


def _lines(book: RuleBook, lines: Iterable[Line], path: str) -> Iterator[Item]:
    words = rule_words().reading
    for number, line in enumerate(lines):
        notes = [words["deciding"]] if line.deciding else []
        notes += [words["from"].format(date=day(line.valid_from))] if line.valid_from else []
        notes += [words["to"].format(date=day(line.valid_to))] if line.valid_to else []
        notes += [words["source"].format(source=line.source)] if line.source else []
        yield Item(line_text(book, line.any_of), line.why_fi, f"{path}.{number}", "; ".join(notes))


def _preferring(book: RuleBook, preferring: Iterable[Preference]) -> Iterator[Item]:
    for number, one in enumerate(preferring):
        note = rule_words().reading["weight"].format(number=one.weight)
        yield Item(line_text(book, one.any_of), one.why_fi, f"preferring.{number}", note)


def _steps(book: RuleBook, service: Service) -> Iterator[Item]:
    for number, step in enumerate(service.first_steps_when):
        yield Item(f"{line_text(book, step.any_of)}: {step.step_fi}", path=f"first_steps_when.{number}")


def _needs(book: RuleBook, service: Service) -> Iterator[Item]:
    labels, words = {need.id: need.label_fi for need in book.needs}, rule_words().reading
    for one in service.responds_to:
        yield Item(labels.get(one.need, one.need), path="responds_to", note=words[f"strength_{one.strength}"])


def _aside(service: Service) -> Iterator[Item]:
    words = rule_words().reading
    if not service.parallel_ok:
        yield Item(words["not_parallel"], path="parallel_ok")
    if service.fallback:
        yield Item(words["fallback"], path="fallback")


def _dates(service: Service) -> Iterator[Item]:
    words = rule_words().reading
    dates = {"from": service.valid_from, "to": service.valid_to}
    dates |= {"checked": service.checked_on, "recheck": service.recheck_on}
    fields = {"from": "valid_from", "to": "valid_to", "checked": "checked_on", "recheck": "recheck_on"}
    yield from (Item(words[name].format(date=day(on)), path=fields[name]) for name, on in dates.items() if on)
    if service.source:
        yield Item(words["source"].format(source=service.source), path="source")
