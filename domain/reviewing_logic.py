"""What lines say together: lines that nobody meets, lines that everybody meets, ways that add nothing."""

from collections.abc import Iterator, Sequence

from domain.checking import FITTING
from domain.conditions import Condition, Formula, Way
from domain.facts import Vocabulary
from domain.possibility import implied, opposite, possible
from domain.problems import Problem
from domain.rules import Need, RuleBook, Service


def readable(vocabulary: Vocabulary, ways: Sequence[Way]) -> bool:
    """Tell whether the lines can be evaluated at all; if not, the plain checks tell why."""
    found = [condition for way in ways for line in way.lines for condition in line.any_of]
    return all(line.any_of for way in ways for line in way.lines) and all(_fits(vocabulary, one) for one in found)


def _fits(vocabulary: Vocabulary, condition: Condition) -> bool:
    fact = vocabulary.get(condition.fact)
    if fact is None or condition.op not in FITTING[fact.type]:
        return False
    if condition.op in ("one_of", "none_of"):
        return isinstance(condition.value, tuple) and all(fact.fault(value) is None for value in condition.value)
    return fact.fault([condition.value] if fact.type == "set" else condition.value) is None


def review_ways(vocabulary: Vocabulary, place: str, ways: Sequence[Way]) -> Iterator[Problem]:
    """Return what is wrong with the ways of one rule as they stand together."""
    if readable(vocabulary, ways):
        yield from _of_ways(vocabulary, place, ways)


def _of_ways(vocabulary: Vocabulary, place: str, ways: Sequence[Way]) -> Iterator[Problem]:
    for number, way in enumerate(ways):
        here = f"{place}.ways.{number}"
        lines = list(_lines(vocabulary, here, way))
        yield from lines
        if not any(problem.code == "impossible_line" for problem in lines):
            yield from _together(vocabulary, here, way)
    yield from _added(vocabulary, place, ways)


def _lines(vocabulary: Vocabulary, place: str, way: Way) -> Iterator[Problem]:
    seen: dict[frozenset[Condition], int] = {}
    for number, line in enumerate(way.lines):
        here, key = f"{place}.lines.{number}", frozenset(line.any_of)
        if key in seen:
            yield Problem(here, "same_line_twice", str(seen[key] + 1))
        seen.setdefault(key, number)
        if not possible(vocabulary, [line.any_of]):
            yield Problem(here, "impossible_line")
        elif not possible(vocabulary, [[opposite(condition)] for condition in line.any_of]):
            yield Problem(here, "always_holds")


def _together(vocabulary: Vocabulary, place: str, way: Way) -> Iterator[Problem]:
    """Name the first line that cannot be met together with those before it."""
    lines = [line.any_of for line in way.lines]
    if possible(vocabulary, lines):
        return
    last = next(n for n in range(1, len(lines) + 1) if not possible(vocabulary, lines[:n])) - 1
    rivals = [n for n in range(last) if not possible(vocabulary, [lines[n], lines[last]])]
    yield Problem(f"{place}.lines.{last}", "contradictory_lines", str((rivals or [0])[0] + 1))


def _added(vocabulary: Vocabulary, place: str, ways: Sequence[Way]) -> Iterator[Problem]:
    if len(ways) == 1:
        return
    lines = [[line.any_of for line in way.lines] for way in ways]
    met = [possible(vocabulary, way) for way in lines]
    for number, way in enumerate(lines):
        wider = (n for n in range(len(ways)) if n != number and met[n] and met[number])
        for other in wider:
            covers = all(implied(vocabulary, way, line) for line in lines[other])
            if covers and (other < number or not all(implied(vocabulary, lines[other], line) for line in way)):
                yield Problem(f"{place}.ways.{number}", "way_adds_nothing", str(other + 1))
                break


def never(vocabulary: Vocabulary, formula: Formula | None) -> bool:
    """Tell whether nobody meets the formula; what cannot be evaluated is not judged."""
    if formula is None or not readable(vocabulary, formula.ways):
        return False
    return not any(possible(vocabulary, [line.any_of for line in way.lines]) for way in formula.ways)


def review_need(rulebook: RuleBook, need: Need) -> Iterator[Problem]:
    """Return what is wrong with the lines of a need."""
    yield from review_ways(rulebook.vocabulary, f"needs.{need.id}", need.ways)
    if need.ways and never(rulebook.vocabulary, Formula(ways=need.ways)):
        yield Problem(f"needs.{need.id}", "never_arises")


def review_service(rulebook: RuleBook, service: Service) -> Iterator[Problem]:
    """Return what is wrong with the lines of a service, and whether it can be suggested to anybody."""
    vocabulary, place = rulebook.vocabulary, f"services.{service.id}"
    if not service.ways or not readable(vocabulary, service.ways):
        return
    yield from _of_ways(vocabulary, place, service.ways)
    needs = rulebook.once("readable needs", lambda: _readable_needs(rulebook))
    answered = [needs[response.need] for response in service.responds_to if response.need in needs]
    if not any(possible(vocabulary, [line.any_of for line in way.lines]) for way in service.ways):
        yield Problem(place, "never_suggested")
    elif answered and not service.fallback and not any(_meet(vocabulary, service, need) for need in answered):
        yield Problem(place, "never_suggested", answered[0].id)


def _readable_needs(rulebook: RuleBook) -> dict[str, Need]:
    return {need.id: need for need in rulebook.needs if readable(rulebook.vocabulary, need.ways)}


def _meet(vocabulary: Vocabulary, service: Service, need: Need) -> bool:
    """Tell whether somebody whom the service suits can have the need."""
    pairs = ((one, other) for one in service.ways for other in need.ways)
    return any(possible(vocabulary, [line.any_of for way in pair for line in way.lines]) for pair in pairs)
