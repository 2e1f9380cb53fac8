"""Small rule books and answers for the laws: everything random, nothing from the catalogue."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from domain.catalogue import parse
from domain.facts import DECLINED, DONT_KNOW, Facts, Known
from domain.rules import RuleBook

TODAY = date(2026, 11, 21)
VALUES: dict[str, list[Any]] = {
    "kylla_a": [True, False],
    "kylla_b": [True, False],
    "luku": [0, 2, 3, 5, 6],  # one in each part that the limits 2 and 5 cut
    "valinta": ["x", "y", "z"],
    "joukko": [[], ["p"], ["q"], ["p", "q"]],
}
TYPES = {"kylla_a": "bool", "kylla_b": "bool", "luku": "int", "valinta": "enum", "joukko": "set"}
OPTIONS = {"valinta": ["x", "y", "z"], "joukko": ["p", "q"], "terveyskysymykset": ["sallittu", "kieltaydytty"]}
CONSENT = {"terveyskysymykset": ["sallittu", "kieltaydytty"]}


def fact(fact_id: str, **more: Any) -> dict[str, Any]:
    values = [{"id": value, "label_fi": value} for value in OPTIONS.get(fact_id, [])]
    kind = TYPES.get(fact_id, "enum")
    plain = {"id": fact_id, "label_fi": fact_id, "type": kind, "values": values, "group": "tyo"}
    numbers = {"min": 0, "max": 10} if kind == "int" else {}
    return {**plain, **numbers, "sensitivity": "basic", "ask": "core", "question_fi": fact_id, **more}


def gated_facts() -> list[dict[str, Any]]:
    """One fact is asked only after another, one only with consent to health questions."""
    return [
        fact("kylla_a"),
        fact(
            "kylla_b",
            ask="if_relevant",
            when_not_asked=False,
            ask_when={"ways": [{"lines": [line(("kylla_a", "is", True))]}]},
        ),
        fact("luku", sensitivity="health"),
        fact("valinta", sensitivity="sensitive"),
        fact("joukko"),
        fact("terveyskysymykset"),
    ]


def service(service_id: str, ways: list[Any], needs: dict[str, int], **more: Any) -> dict[str, Any]:
    texts = dict.fromkeys(("organiser", "decided_by", "summary_fi", "access_fi", "first_step_fi"), "-")
    responds = [{"need": need, "strength": strength} for need, strength in needs.items()]
    return {
        "id": service_id,
        "name_fi": service_id,
        "group": "-",
        **texts,
        "ways": ways,
        "responds_to": responds,
        **more,
    }


def need(need_id: str, ways: list[Any], urgency: str = "tarkea") -> dict[str, Any]:
    return {"id": need_id, "label_fi": need_id, "description_fi": "-", "urgency": urgency, "ways": ways}


def line(*conditions: tuple[str, str, Any], **more: Any) -> dict[str, Any]:
    return {"any_of": [{"fact": f, "op": op, "value": v} for f, op, v in conditions], "why_fi": "syy", **more}


def book(**parts: Any) -> RuleBook:
    sentences = {
        "expired": "-", "in_use": "-", "barred": "{name}", "rival": "{name}", "covered": "{name}", "no_need": "-",
        "change_line": "{why}", "change_after": "{name}", "change_instead": "{name}", "change_need": "{need}",
        "change_date": "-",
    }  # fmt: skip
    plain = {"version": 1, "facts": [fact(i) for i in TYPES], "escalation": [], "sentences": sentences}
    return parse(plain | parts)


@st.composite
def conditions(draw: st.DrawFn) -> tuple[str, str, Any]:
    fact_id = draw(st.sampled_from(sorted(TYPES)))
    match TYPES[fact_id]:
        case "bool":
            return fact_id, draw(st.sampled_from(["is", "is_not"])), draw(st.booleans())
        case "int":
            return fact_id, draw(st.sampled_from(["at_least", "at_most"])), draw(st.sampled_from([2, 5]))
        case "enum":
            op = draw(st.sampled_from(["is", "is_not", "one_of", "none_of"]))
            return fact_id, op, ["x", "y"] if op.endswith("of") else draw(st.sampled_from(OPTIONS[fact_id]))
        case _:
            return fact_id, draw(st.sampled_from(["has", "has_not"])), draw(st.sampled_from(OPTIONS[fact_id]))


def ways(most_ways: int = 2, most_lines: int = 2) -> st.SearchStrategy[list[Any]]:
    lines = st.lists(conditions(), min_size=1, max_size=2).map(lambda found: line(*found))
    way = st.lists(lines, max_size=most_lines).map(lambda found: {"lines": found})
    return st.lists(way, min_size=1, max_size=most_ways)


@st.composite
def rulebooks(draw: st.DrawFn, services: int = 5, needs: int = 3, *, gated: bool = False) -> RuleBook:
    need_ids = [f"n{i}" for i in range(draw(st.integers(1, needs)))]
    urgencies = st.sampled_from(["kiireellinen", "tarkea", "tavallinen"])
    ids = [f"s{i}" for i in range(draw(st.integers(1, services)))]
    rivals: dict[str, set[str]] = {i: set() for i in ids}
    for one, other in draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=4)):
        if one != other:
            rivals[one].add(other)
            rivals[other].add(one)
    made = [
        service(
            i,
            draw(ways()),
            draw(st.dictionaries(st.sampled_from(need_ids), st.integers(1, 3), min_size=1)),
            excludes=[{"service": rival} for rival in sorted(rivals[i])],
            after=draw(st.lists(st.sampled_from(ids[:number]), max_size=1)) if number else [],
            parallel_ok=draw(st.sampled_from([True, True, False])),
            fallback=draw(st.sampled_from([False, False, True])),
            preferring=[{**line(found), "weight": 2} for found in draw(st.lists(conditions(), max_size=1))],
        )
        for number, i in enumerate(ids)
    ]
    facts = gated_facts() if gated else [fact(i) for i in TYPES]
    return book(facts=facts, needs=[need(i, draw(ways()), draw(urgencies)) for i in need_ids], services=made)


def answers(fact_id: str) -> st.SearchStrategy[Any]:
    known = st.sampled_from([tuple(v) if isinstance(v, list) else v for v in VALUES[fact_id]]).map(Known)
    return st.one_of(known, known, st.sampled_from([DECLINED, DONT_KNOW]))


@st.composite
def people(draw: st.DrawFn) -> Facts:
    facts = Facts()
    for fact_id in draw(st.lists(st.sampled_from(sorted(TYPES)), unique=True)):
        facts = facts.with_answer(fact_id, draw(answers(fact_id)))
    return facts
