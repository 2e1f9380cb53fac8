"""What the arrays say of everything at once is what the definitions say of each alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.choosing import ALIKE, MOST_PREFERRED, NEXT_STEP, OPEN_LINE, PREFERRED, Situation
from domain.facts import Facts
from domain.influence import influence
from domain.marks import Marks, holds
from domain.matching import index_of
from domain.rules import RuleBook, Verdict
from tests.domain.books import TODAY, book, conditions, fact, line, need, people, rulebooks, service

law = settings(max_examples=40)
NO, UNKNOWN, YES = Verdict


@st.composite
def fuller_books(draw):
    """Rule books with many alike services, lines that decide, and what only a professional knows."""
    data = draw(rulebooks(services=4, needs=2)).model_dump(mode="json")
    for one in data["services"]:
        for found in (found for way in one["ways"] for found in way["lines"]):
            found["deciding"] = draw(st.sampled_from([False, False, True]))
        one["advisor_lines"] = [line(named) for named in draw(st.lists(conditions(), max_size=2))]
    copies = draw(st.sampled_from([1, 2, 3]))
    data["services"] = [{**one, "id": f"{one['id']}-{n}"} for n in range(copies) for one in data["services"]]
    data["services"] += [
        {**one, "after": [data["services"][0]["id"]], "id": f"z-{one['id']}"} for one in data["services"]
    ]
    return RuleBook.model_validate(data)


def worth(situation: Situation, number: int) -> int:
    rules, lines = situation.index.services[number], situation.marks.lines
    preferring = situation.index.rulebook.services[number].preferring
    preferred = sum(p.weight for p, n in zip(preferring, rules.preferring, strict=True) if lines[n] == YES)
    found = PREFERRED * min(preferred, MOST_PREFERRED)
    if situation.verdicts[number] == UNKNOWN:
        ways = [[lines[n] for n in way] for way in rules.rule.ways]
        found -= OPEN_LINE * min(marks.count(UNKNOWN) for marks in ways if NO not in marks)
    return found + NEXT_STEP * bool(situation.in_use & situation.relations.earlier[number])


def waits(situation: Situation, number: int) -> bool:
    rule, lines = situation.index.services[number], situation.marks.lines
    if not rule.deciding or situation.verdicts[number] == YES:
        return False
    ways = zip(rule.rule.ways, rule.deciding, strict=True)
    possible = [deciding for way, deciding in ways if all(lines[n] != NO for n in way)]
    return all(any(lines[n] != YES for n in deciding) for deciding in possible)


def candidates(situation: Situation) -> list[int]:
    relations, alike = situation.relations, dict[tuple[int, ...], list[int]]()
    for number in relations.by_id:
        strengths = tuple(relations.answers[number].get(need, 0) for need in situation.active)
        if any(strengths) and situation.suitable[number] and not waits(situation, number):
            alike.setdefault(strengths, []).append(number)
    best = [sorted(group, key=lambda n: -worth(situation, n))[:ALIKE] for group in alike.values()]
    return sorted((n for group in best for n in group), key=relations.place.__getitem__)


@law
@given(fuller_books(), people())
def test_lines_rules_and_services_are_marked_as_each_alone(book, facts):
    marks = Marks(index_of(book, TODAY), facts)
    index, situation = marks.index, Situation(marks)
    assert list(marks.lines) == [max((marks.conditions[c] for c in found), default=NO) for found in index.lines]
    assert list(marks.rules) == [holds(ways, marks.lines) for ways in index.rules]
    for number, rules in enumerate(index.services):
        refused = any(marks.lines[n] == NO for n in rules.advisor)
        assert situation.verdicts[number] == (NO if refused else marks.rules[len(index.needs) + number])
        if situation.verdicts[number] != NO:
            assert situation.worth(number) == worth(situation, number)


@law
@given(fuller_books(), people())
def test_the_best_few_of_alike_services_stand_for_choice(book, facts):
    situation = Situation(Marks(index_of(book, TODAY), facts))
    assert list(situation.candidates) == candidates(situation)


def test_empty_catalogues_and_empty_rules_are_marked_too():
    empty = Situation(Marks(index_of(book(needs=[], services=[]), TODAY), Facts()))
    assert (empty.chosen, influence(empty)) == ((), {})
    ways = [{"lines": []}]
    found = book(
        facts=[fact("kylla_a")],
        needs=[need("n", ways)],
        services=[service("s", ways, {"n": 3}), service("t", [], {"n": 3})],
    )
    assert [found.services[n].id for n in Situation(Marks(index_of(found, TODAY), Facts())).chosen] == ["s"]
