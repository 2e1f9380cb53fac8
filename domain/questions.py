"""How a turn is put to the person: the question, its ready answers and what leaving a chip unchosen means."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from domain.conditions import Value
from domain.facts import Fact, Facts, Known, QuickReply, Sensitivity
from domain.index import conditions
from domain.rules import RuleBook, Screen, Service

Control = Literal["choice", "multi", "scale", "number", "municipality", "text", "screen"]
LONGEST_SCALE = 10
SKIPS = {"unknown": "dont_know", "declined": "declined"}


@dataclass(frozen=True, slots=True)
class Turn:
    """What to ask now: a screen that settles several facts, or one fact; and how far the interview has come.

    `step` counts from 1 to `steps`; `done` is a share from 0 to 1; `shows_result` tells whether there is a set to show.
    """

    facts: tuple[str, ...]
    screen: Screen | None
    control: Control
    sensitivity: Sensitivity
    step: int
    steps: int
    step_label_fi: str
    done: float
    why_fi: str
    shows_result: bool


@dataclass(frozen=True, slots=True)
class Question:
    """The text and the payload of the message that asks."""

    text: str
    payload: dict[str, Any]


def control(fact: Fact) -> Control:
    """Return how a fact is answered."""
    match fact.type:
        case "bool" | "enum":
            return "choice"
        case "set":
            return "multi"
        case "int":
            return "scale" if fact.max is not None and fact.max <= LONGEST_SCALE else "number"
        case "municipality":
            return "municipality"
        case _:
            return "text"


def one_fact(rulebook: RuleBook, turn: Turn, fact: str) -> Turn:
    """Return a turn that stands where `turn` does and asks one fact, as when an answer is put right."""
    known = rulebook.fact(fact)
    return replace(
        turn,
        facts=(fact,),
        screen=None,
        control=control(known),
        sensitivity=known.sensitivity,
        why_fi=known.help_fi or "",
    )


def question(rulebook: RuleBook, turn: Turn, facts: Facts) -> Question:
    """Return the question of a turn. What is known in part of a set stands in the payload as selected."""
    screen, fact = turn.screen, rulebook.fact(turn.facts[0])
    text, answers = (fact.question_fi or "", _answers(fact, facts)) if screen is None else _screen(screen, turn.facts)
    payload = {
        "kind": "question",
        "facts": list(turn.facts),
        "control": turn.control,
        **answers,
        "why": turn.why_fi,
        "skippable": fact.skippable,
        "sensitivity": turn.sensitivity,
        "progress": {"step": turn.step, "steps": turn.steps, "label": turn.step_label_fi, "done": turn.done},
        "can_show_result": turn.shows_result,
    }
    return Question(text, payload)


def _answers(fact: Fact, facts: Facts) -> dict[str, Any]:
    known = facts.get(fact.id)
    selected = list(known.value) if isinstance(known, Known) and isinstance(known.value, tuple) else []
    return {
        "options": [_option(fact.id, reply) for reply in fact.quick_replies_fi],
        "selected": selected,
        "min": fact.min,
        "max": fact.max,
        "unit": fact.unit,
    }


def _option(fact: str, reply: QuickReply) -> dict[str, Any]:
    if reply.answer is not None:
        return {"fact": fact, "label": reply.label_fi, "answer": SKIPS[reply.answer]}
    return {"fact": fact, "label": reply.label_fi, "value": _plain(reply.value)}


def _screen(screen: Screen, asked: tuple[str, ...]) -> tuple[str, dict[str, Any]]:
    chips = sorted((chip for chip in screen.chips if chip.fact in asked), key=lambda chip: asked.index(chip.fact))
    options: list[dict[str, Any]] = [
        {"fact": chip.fact, "label": chip.label_fi} | ({} if chip.value is None else {"value": _plain(chip.value)})
        for chip in chips
    ]
    unchosen = [{"fact": chip.fact, "value": _plain(chip.unchosen)} for chip in chips]
    options.append({"none": True, "label": screen.none_fi})
    return screen.question_fi, {"options": options, "unchosen": unchosen, "min": None, "max": None, "unit": None}


def _plain(value: Value | None) -> Any:
    return list(value) if isinstance(value, tuple) else value


def services_behind(rulebook: RuleBook, asked: tuple[str, ...]) -> list[str]:
    """Return the ids of the services whose rules need these facts, those first that need little else."""
    named = set(asked)
    named |= {fact.id for fact in rulebook.facts if any(c.fact in named for c in conditions(fact.derived_from))}
    needing = [service for service in rulebook.services if _needs(service, named)]
    return [s.id for s in sorted(needing, key=lambda s: (min(len(way.lines) for way in s.ways), s.id))]


def _needs(service: Service, named: set[str]) -> bool:
    return any(c.fact in named for way in service.ways for line in way.lines for c in line.any_of)
