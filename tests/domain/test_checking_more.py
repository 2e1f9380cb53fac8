"""Each kind of broken rule is found at its place, with a message that says what to do."""

from datetime import date

import pytest

from domain.editions import Edition, Text, edition_of
from domain.people import ExamplePerson
from domain.problems import Problem
from domain.reviewing import messages, review, severity
from tests.domain.books import book, fact, line, need, service

DAY = date(2026, 11, 21)
ALWAYS = [{"lines": []}]


def way(*lines):
    return {"lines": list(lines)}


def at_least(number):
    return line(("luku", "at_least", number))


def at_most(number):
    return line(("luku", "at_most", number))


def good(**more):
    return service("s", [way(at_least(2))], {"n": 1}, **{"source": "laki", "checked_on": "2026-11-01", **more})


def one(**more):
    return {"services": [{**good(), **more}]}


def ways(*found):
    return one(ways=list(found))


def asked(**more):
    texts = {"question_fi": "?", "help_fi": "-", "none_fi": "-"}
    chip = {"fact": "kylla_a", "label_fi": "-", "value": True, "unchosen": False, **more.pop("chip", {})}
    screen = {"id": "ruutu", "stage": "a", "sensitivity": "basic", "chips": [chip], **texts, **more}
    return {"interview": {"stages": [{"id": "a", "label_fi": "-", "groups": []}], "screens": [screen]}}


def with_fact(fact_id, **more):
    others = [fact(i) for i in ("kylla_a", "kylla_b", "luku", "valinta", "joukko") if i != fact_id]
    return {"facts": [*others, fact(fact_id, **more)]}


def rule(**more):
    return {"escalation": [{"id": "e", "label_fi": "-", "action_fi": "-", **more}]}


S, W = "services.s", "services.s.ways.0"
CASES = [
    ("unknown_fact", f"{W}.lines.0.any_of.0", ways(way(line(("ei_ole", "is", True))))),
    ("wrong_operator", f"{W}.lines.0.any_of.0", ways(way(line(("kylla_a", "at_least", 1))))),
    ("wrong_type", f"{W}.lines.0.any_of.0", ways(way(line(("luku", "at_least", "x"))))),
    ("out_of_range", f"{W}.lines.0.any_of.0", ways(way(at_most(99)))),
    ("unknown_value", f"{W}.lines.0.any_of.0", ways(way(line(("valinta", "is", "ei_ole"))))),
    ("no_condition", f"{W}.lines.0", ways(way({"any_of": [], "why_fi": "syy"}))),
    ("empty_why", f"{W}.lines.0", ways(way({**at_least(2), "why_fi": " "}))),
    ("no_way", S, ways()),
    ("impossible_line", f"{W}.lines.0", ways(way(line(("valinta", "none_of", ["x", "y", "z"]))))),
    ("always_holds", f"{W}.lines.0", ways(way(line(("kylla_a", "is", True), ("kylla_a", "is", False))))),
    ("contradictory_lines", f"{W}.lines.2", ways(way(at_least(5), line(("kylla_a", "is", True)), at_most(3)))),
    ("same_line_twice", f"{W}.lines.1", ways(way(at_least(2), at_least(2)))),
    ("way_adds_nothing", f"{S}.ways.1", ways(way(at_least(2)), way(at_least(5)))),
    ("never_suggested", S, ways(way(at_least(5), at_most(3)))),
    ("never_suggested", S, {**ways(way(at_least(5))), "needs": [need("n", [way(at_most(3))])]}),
    ("never_arises", "needs.n", {"needs": [need("n", [way(at_least(5), at_most(3))])]}),
    ("answers_nothing", f"{S}.responds_to", one(responds_to=[])),
    ("unknown_need", f"{S}.responds_to", one(responds_to=[{"need": "x", "strength": 1}])),
    ("nothing_answers", "needs.m", {"needs": [need("n", ALWAYS), need("m", ALWAYS)]}),
    ("unknown_service", f"{S}.after", one(after=["x"])),
    ("not_mutual", f"{S}.excludes", {"services": [good(excludes=[{"service": "t"}]), {**good(), "id": "t"}]}),
    ("excludes_itself", f"{S}.excludes", one(excludes=[{"service": "s"}])),
    ("follows_itself", f"{S}.before", one(before=["s"])),
    ("named_twice", f"{S}.responds_to", one(responds_to=[{"need": "n", "strength": 1}] * 2)),
    ("cycle", "services", {"services": [good(after=["t"]), {**good(after=["s"]), "id": "t"}]}),
    (
        "waits_for_itself",
        "facts.kylla_b.ask_when",
        with_fact("kylla_b", ask_when={"ways": [way(line(("kylla_b", "is", True)))]}),
    ),
    ("same_id_twice", S, {"services": [good(), good()]}),
    ("bad_id", "services.a.b", {"services": [good(), {**good(), "id": "a.b"}]}),
    ("ends_before_it_begins", f"{S}.valid_to", one(valid_from="2027-02-01", valid_to="2027-01-01")),
    ("expired", f"{S}.valid_to", one(valid_to="2026-11-20")),
    ("expired", f"{W}.lines.0.valid_to", ways(way({**at_least(2), "valid_to": "2026-11-20"}))),
    ("missing_source", f"{S}.source", one(source=" ")),
    ("never_checked", f"{S}.checked_on", one(checked_on=None)),
    ("checked_in_the_future", f"{S}.checked_on", one(checked_on="2026-11-22")),
    ("recheck_due", f"{S}.checked_on", one(recheck_on="2026-12-21")),
    ("recheck_overdue", f"{S}.checked_on", one(checked_on="2025-11-01")),
    ("health_for_nothing", "facts.kylla_b", with_fact("kylla_b", sensitivity="health")),
    ("asked_for_nothing", "facts.kylla_b", with_fact("kylla_b")),
    ("missing_question", "facts.luku.question_fi", with_fact("luku", question_fi=None)),
    ("never_asked", "facts.kylla_b.ask_when", with_fact("kylla_b", ask_when={"ways": [way(at_least(5), at_most(3))]})),
    ("no_values", "facts.valinta.values", with_fact("valinta", values=[])),
    ("empty_range", "facts.luku.max", with_fact("luku", min=10, max=0)),
    (
        "not_a_yes_or_no_fact",
        "facts.luku.derived_from",
        with_fact("luku", derived_from={"ways": [way(line(("kylla_a", "is", True)))]}),
    ),
    ("missing_text", f"{S}.summary_fi", one(summary_fi=" ")),
    ("promise", f"{S}.summary_fi", one(summary_fi="Sinulla on oikeus tähän.")),
    ("maybe_promise", f"{S}.first_step_fi", one(first_step_fi="Saat palvelun.")),
    ("promise", f"{W}.lines.0.why_fi", ways(way({**at_least(2), "why_fi": "Kuulut ryhmään, jota tämä auttaa"}))),
    ("exclamation", f"{S}.summary_fi", one(summary_fi="Tule mukaan!")),
    ("sentence_too_long", f"{S}.summary_fi", one(summary_fi="sana " * 21)),
    ("never_fits", "escalation.e", rule()),
    ("unknown_stage", "interview.screens.ruutu.stage", asked(stage="x")),
    (
        "health_on_a_milder_screen",
        "interview.screens.ruutu.chips.0",
        with_fact("kylla_a", sensitivity="health") | asked(),
    ),
    ("person_answer", "people.p.facts.ei_ole", {"people": {"facts": {"ei_ole": True}}}),
    ("person_names_missing", "people.p.must_include", {"people": {"must_include": ["x"]}}),
    ("person_names_missing", "people.p.needs_expected", {"people": {"needs_expected": ["x"]}}),
    ("wrong_placeholder", "texts.understood.fi", {"texts": {"understood": {"fi": "Ymmärsin."}}}),
    ("broken_placeholder", "texts.understood.fi", {"texts": {"understood": {"fi": "{facts"}}}),
    ("missing_variant", "texts.greeting.selko", {"texts": {"greeting": {"fi": "Hei.", "selko": None}}}),
    ("promise", "texts.greeting.selko", {"texts": {"greeting": {"fi": "Hei.", "selko": "Sinulla on oikeus."}}}),
    ("sentence_too_long", "texts.greeting.selko", {"texts": {"greeting": {"fi": "Hei.", "selko": "sana " * 13}}}),
    ("missing_variant", f"{S}.summary_selko", one()),
    ("missing_variant", f"{S}.first_step_written_selko", one(first_step_written_fi="Kirjoita.")),
    ("promise", f"{S}.summary_selko", one(summary_selko="Sinulla on oikeus tähän.")),
    ("sentence_too_long", f"{S}.access_selko", one(access_selko="sana " * 13)),
    (
        "missing_variant",
        f"{S}.first_steps_when.0.step_selko",
        one(first_steps_when=[{"any_of": at_least(2)["any_of"], "step_fi": "Soita."}]),
    ),
    ("missing_variant", "facts.luku.question_selko", with_fact("luku", question_fi="Montako?")),
    ("exclamation", "facts.luku.help_selko", with_fact("luku", help_selko="Siksi!")),
    ("missing_variant", "interview.screens.0.question_selko", asked()),
    ("needed_text", "texts.greeting", {"texts": {"greeting": None}}),
]


def edition(parts):
    plain = {"needs": [need("n", ALWAYS)], "services": [good()], **parts}
    people, texts = plain.pop("people", {}), plain.pop("texts", {})
    whole = edition_of(book(**plain), {})
    changed = {i: Text(id=i, **text) for i, text in texts.items() if text is not None}
    kept = {i: text for i, text in {**whole.texts, **changed}.items() if texts.get(i, text) is not None}
    return Edition(whole.book, kept, {"p": ExamplePerson(id="p", **people)} if people else {})


def found(parts, on=DAY):
    return review(edition(parts), on=on)


def test_a_sound_edition_has_no_errors():
    assert [problem for problem in found({}) if severity(problem) == "error"] == []


def test_the_seed_has_no_errors(rulebook):
    assert [p for p in review(edition_of(rulebook, {}), on=DAY) if severity(p) == "error"] == []


@pytest.mark.parametrize(("code", "place", "parts"), CASES, ids=[f"{code}-{place}" for code, place, _ in CASES])
def test_each_kind_of_broken_rule_is_found_at_its_place(code, place, parts):
    assert (place, code) in {(problem.place, problem.code) for problem in found(parts)}


@pytest.mark.parametrize("code", sorted({code for code, _, _ in CASES}))
def test_each_kind_has_a_message_that_says_what_to_do(code):
    message = messages()[code]
    assert len(message.fi.split()) >= 2
    assert message.fi.rstrip(".").count(".") >= 1 or len(message.fi) < 60
    assert "!" not in message.fi


def test_there_are_at_least_25_kinds():
    assert len({code for code, _, _ in CASES}) >= 25


def test_warnings_begin_30_days_before_and_an_unknown_code_is_an_error():
    due = one(recheck_on="2026-12-22")
    assert "recheck_due" not in {p.code for p in found(due)}
    assert "recheck_due" in {p.code for p in found(due, date(2026, 11, 22))}
    assert severity(Problem("x", "something_new")) == "error"
