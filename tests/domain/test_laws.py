"""What holds for every rule book and every person."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from random import Random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from domain.choosing import Situation
from domain.cover import choose
from domain.facts import DECLINED, DONT_KNOW, Facts, Known
from domain.guidance import guide
from domain.interview import next_turn
from domain.lookahead import outcome
from domain.marks import Marks
from domain.matching import assess, index_of
from domain.rules import RuleBook, Verdict
from tests.domain.books import CONSENT, TODAY, TYPES, VALUES, answers, people, rulebooks

law = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])


def verdicts(book: RuleBook, facts: Facts) -> dict[str, Verdict]:
    found = assess(book, facts, on=TODAY)
    return {
        **{need.need.id: need.verdict for need in found.needs},
        **{service: finding.verdict for service, finding in found.services.items()},
    }


def suggested(book: RuleBook, facts: Facts, on: date = TODAY) -> list[tuple[str, str]]:
    return [(step.service, step.phase) for step in guide(book, facts, on=on).plan.suggested]


@law
@given(rulebooks(), people(), st.data())
def test_learning_a_fact_never_overturns_a_yes_or_no(book, facts, data):
    fact = data.draw(st.sampled_from([i for i in TYPES if not isinstance(facts.get(i), Known)] or [None]))
    assume(fact is not None)
    before, after = verdicts(book, facts), verdicts(book, facts.with_answer(fact, data.draw(answers(fact))))
    assert all(after[i] == verdict for i, verdict in before.items() if verdict != Verdict.UNKNOWN)


@law
@given(rulebooks())
def test_unknown_alone_never_excludes_a_service(book):
    nothing = Facts.of(book.vocabulary, {}, dont_know=list(TYPES))
    assert Verdict.NO not in verdicts(book, nothing).values()
    assert Verdict.NO not in verdicts(book, Facts()).values()


@law
@given(rulebooks(), people(), answers("joukko").filter(lambda answer: isinstance(answer, Known)))
def test_the_partly_known_set_excludes_only_by_what_was_named(book, facts, named):
    partly = facts.with_answer("joukko", replace(named, partial=True))
    whole = verdicts(book, facts.with_answer("joukko", replace(named, partial=False)))
    assert all(verdict in (Verdict.UNKNOWN, whole[i]) for i, verdict in verdicts(book, partly).items())


@law
@given(rulebooks(), people())
def test_no_set_holds_an_excluding_pair_or_two_full_time_services(book, facts):
    services = [book.service(i) for i, _ in suggested(book, facts)]
    ids = {service.id for service in services}
    assert not any(rival.service in ids for service in services for rival in service.excludes)
    assert sum(not service.parallel_ok for service in services) <= 1


@law
@given(rulebooks(), people())
def test_what_must_come_first_comes_first(book, facts):
    phases = dict(suggested(book, facts))
    order = ["now", "next", "later"]
    for service, phase in phases.items():
        for earlier in book.service(service).after:
            if earlier in phases and phase != "later":
                assert order.index(phases[earlier]) < order.index(phase)


@law
@given(rulebooks(), people())
def test_a_service_that_its_rules_exclude_is_never_suggested(book, facts):
    found = verdicts(book, facts)
    assert all(found[i] != Verdict.NO for i, _ in suggested(book, facts))


@law
@given(rulebooks(), people(), st.integers(1, 400))
def test_an_expired_service_is_never_suggested(book, facts, days):
    ended = tuple(service.model_copy(update={"valid_to": TODAY - timedelta(days)}) for service in book.services[:2])
    later = book.model_copy(update={"services": ended + book.services[2:]})
    fresh = RuleBook.model_validate_json(later.model_dump_json())
    assert not {service.id for service in ended} & {i for i, _ in suggested(fresh, facts)}


@law
@given(rulebooks(), people(), st.randoms(use_true_random=False))
def test_the_answer_does_not_depend_on_the_order_of_anything(book, facts, random: Random):
    data = book.model_dump(mode="json")
    for part in ("facts", "needs", "services"):
        random.shuffle(data[part])
    told = list(facts.answers.items())
    random.shuffle(told)
    shuffled = RuleBook.model_validate(data)
    assert suggested(shuffled, Facts(dict(told))) == suggested(book, facts)
    assert guide(shuffled, facts, on=TODAY).turn == guide(book, facts, on=TODAY).turn


@law
@given(rulebooks(), people())
def test_the_same_question_gets_the_same_answer(book, facts):
    first = guide(book, facts, on=TODAY)
    choose.cache_clear()
    again = guide(RuleBook.model_validate_json(book.model_dump_json()), facts, on=TODAY)
    assert (first.plan.suggested, first.turn, first.escalate) == (again.plan.suggested, again.turn, again.escalate)


@law
@given(rulebooks(), people())
def test_every_service_is_accounted_for_once(book, facts):
    plan = guide(book, facts, on=TODAY).plan
    listed = [step.service for step in plan.suggested] + list(plan.in_use)
    listed += [found.service.id for found in plan.undecided] + [left.service for left in plan.not_suggested]
    assert sorted(listed) == sorted(service.id for service in book.services)


@law
@given(rulebooks(), people())
def test_a_service_left_out_says_why_and_what_would_change_it(book, facts):
    left_out = guide(book, facts, on=TODAY).plan.not_suggested
    assert all(left.reasons and left.change for left in left_out)


OPENED_BY = {"kylla_a": {"kylla_b"}, "terveyskysymykset": {"luku"}}


def can_change(marks: Marks, asked: str) -> bool:
    """Brute force: some completion of the other facts, and two answers to this one, give different outcomes.

    What an answer opens (a fact asked only after it, health facts after consent) counts with the answer.
    """
    values = {i: VALUES[i] for i in TYPES} | CONSENT
    told = {fact.id: answer for fact, answer in zip(marks.index.facts, marks.answers, strict=True)}
    opened = [i for i in OPENED_BY.get(asked, ()) if i in told and told[i] is None and len(told) > len(TYPES)]
    varied = [asked, *opened]
    others = [i for i, answer in told.items() if answer is None and i not in varied]
    options = [[None, *(Known(tuple(v) if isinstance(v, list) else v) for v in values[i])] for i in (*others, *varied)]
    seen: dict[str, object] = {}
    for completion in product(*options):
        then = marks
        for fact, value in zip((*others, *varied), completion, strict=True):
            then = then.told(marks.index.number[fact], value) if value is not None else then
        shown = outcome(Situation(then))
        if seen.setdefault(repr(completion[: len(others)]), shown) != shown:
            return True
    return False


@law
@given(st.booleans().flatmap(lambda gated: rulebooks(services=4, needs=2, gated=gated)), people(), st.booleans())
def test_a_question_that_cannot_change_the_outcome_is_never_asked(book, facts, refine):
    marks = Marks(index_of(book, TODAY), facts)
    turn = next_turn(Situation(marks), refine=refine)
    assert turn is None or any(can_change(marks, asked) for asked in turn.facts)


@law
@given(rulebooks(gated=True), people())
def test_health_is_asked_only_with_consent_and_a_gated_fact_only_behind_its_gate(book, facts):
    for consent in (None, Known("sallittu"), Known("kieltaydytty"), DECLINED, DONT_KNOW):
        told = facts if consent is None else facts.with_answer("terveyskysymykset", consent)
        turn = next_turn(Situation(Marks(index_of(book, TODAY), told)), refine=True)
        asked = turn.facts if turn else ()
        assert "luku" not in asked or consent == Known("sallittu")
        assert "kylla_b" not in asked or told.get("kylla_a") == Known(value=True)
        assert not any(told.get(fact) is not None for fact in asked)


@law
@given(rulebooks(services=4, needs=2), people())
def test_when_nothing_is_left_to_refine_no_single_answer_changes_the_outcome(book, facts):
    marks = Marks(index_of(book, TODAY), facts)
    assume(next_turn(Situation(marks), refine=True) is None)
    for fact in (i for i in TYPES if facts.get(i) is None):
        for value in VALUES[fact]:
            told = marks.told(marks.index.number[fact], Known(tuple(value) if isinstance(value, list) else value))
            assert outcome(Situation(told)) == outcome(Situation(marks))


@law
@given(rulebooks(), people(), st.data())
def test_one_answer_more_is_the_same_as_starting_over(book, facts, data):
    fact = data.draw(st.sampled_from(sorted(TYPES)))
    answer = data.draw(answers(fact))
    index = index_of(book, TODAY)
    step, whole = Marks(index, facts).told(index.number[fact], answer), Marks(index, facts.with_answer(fact, answer))
    assert (step.values, step.lines, step.rules) == (whole.values, whole.lines, whole.rules)


@law
@given(rulebooks(), people())
def test_a_declined_answer_leaves_verdicts_as_an_unknown_one(book, facts):
    unknown = Facts({i: a if isinstance(a, Known) else DONT_KNOW for i, a in facts.answers.items()})
    assert verdicts(book, facts) == verdicts(book, unknown)
