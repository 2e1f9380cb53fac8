"""The plan: the chosen set as a path, and for everything else why not and what would change that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.choosing import Situation
from domain.matching import Assessment, Finding, Reason
from domain.rules import Need, Verdict
from domain.timeline import Phase, earlier, timeline

ALTERNATIVES = 3
CHANGES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One suggested service on the path, by ids; the first step fits how the person deals with offices."""

    service: str
    phase: Phase
    needs: tuple[str, ...]
    finding: Finding
    first_step: str
    alongside: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One service that is not suggested: why, and what would change that."""

    service: str
    finding: Finding
    reasons: tuple[tuple[str, Verdict], ...]
    change: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole answer about services. `gaps` are needs that nothing in the catalogue answers for this person."""

    suggested: tuple[Step, ...]
    in_use: tuple[str, ...]
    undecided: tuple[Finding, ...]
    not_suggested: tuple[LeftOut, ...]
    gaps: tuple[Need, ...]


def plan(assessment: Assessment, situation: Situation) -> Plan:
    """Lay the chosen set out in time and account for every other service."""
    phases = timeline(situation)
    suggested = tuple(_step(assessment, situation, number, phases) for number in phases)
    services = assessment.rulebook.services
    rest = [n for n in situation.relations.by_id if n not in phases and n not in situation.in_use]
    undecided = [n for n in rest if _undecided(situation, n)]
    return Plan(
        suggested=suggested,
        in_use=tuple(services[n].id for n in situation.relations.by_id if n in situation.in_use),
        undecided=tuple(assessment.services[services[n].id] for n in undecided),
        not_suggested=tuple(_left_out(assessment, situation, n) for n in rest if n not in undecided),
        gaps=_gaps(assessment, situation),
    )


def _undecided(situation: Situation, number: int) -> bool:
    """Tell whether the service waits for an answer and some need that may be there asks for it."""
    if situation.verdicts[number] != Verdict.UNKNOWN or not situation.suitable[number]:
        return False
    return any(situation.marks.rules[need] != Verdict.NO for need in situation.relations.answers[number])


def _step(assessment: Assessment, situation: Situation, number: int, phases: dict[int, Phase]) -> Step:
    services, relations = assessment.rulebook.services, situation.relations
    service = services[number]
    first = earlier(situation, number)
    then = [n for n in phases if number in relations.earlier[n]]
    beside = [n for n in phases if n != number and n not in first and n not in then]
    return Step(
        service=service.id,
        phase=phases[number],
        needs=tuple(_needs(assessment, situation, number)),
        finding=assessment.services[service.id],
        first_step=_first_step(assessment, number),
        alongside=_ids(assessment, beside),
        after=_ids(assessment, first),
        before=_ids(assessment, then),
        alternatives=_ids(assessment, _alternatives(situation, number)),
    )


def _ids(assessment: Assessment, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(assessment.rulebook.services[n].id for n in numbers)


def _needs(assessment: Assessment, situation: Situation, number: int) -> list[str]:
    answers = situation.relations.answers[number]
    named = sorted((need for need in situation.active if need in answers), key=lambda need: -answers[need])
    return [assessment.rulebook.needs[need].id for need in named]


def _first_step(assessment: Assessment, number: int) -> str:
    service = assessment.rulebook.services[number]
    written = service.first_step_written_fi
    return written if written and in_writing(assessment) else service.first_step_fi


def in_writing(assessment: Assessment) -> bool:
    """Tell whether the person deals with offices in writing only."""
    value = assessment.facts.known().get("asioinnin_tuki")
    return isinstance(value, tuple) and "kirjallinen_asiointi" in value


def _alternatives(situation: Situation, number: int) -> list[int]:
    """Return the best services that answer the same need and could stand in this one's place."""
    relations, chosen = situation.relations, set(situation.chosen)
    main = {n for n, strength in relations.answers[number].items() if strength > 1 and n in situation.active}
    others = [
        n
        for n in situation.candidates
        if n not in chosen
        and any(relations.answers[n].get(need, 0) > 1 for need in main)
        and relations.rivals[n].isdisjoint(chosen - {number})
    ]
    return sorted(others, key=lambda n: (-situation.worth(n), relations.place[n]))[:ALTERNATIVES]


def _left_out(assessment: Assessment, situation: Situation, number: int) -> LeftOut:
    service = assessment.rulebook.services[number]
    finding = assessment.services[service.id]
    against = [reason for reason in finding.reasons if reason.verdict == Verdict.NO]
    reasons, change = _against(assessment, against) if against else _passed_over(assessment, situation, number)
    return LeftOut(service.id, finding, tuple((text, Verdict.NO) for text in reasons), tuple(change))


def _against(assessment: Assessment, reasons: Sequence[Reason]) -> tuple[list[str], list[str]]:
    change = assessment.rulebook.sentences["change_line"]
    return [r.text for r in reasons], [change.format(why=r.text) for r in reasons[:CHANGES]]


def _passed_over(assessment: Assessment, situation: Situation, number: int) -> tuple[list[str], list[str]]:
    """Say why a service whose own rules do not speak against it is still not in the set."""
    book, relations = assessment.rulebook, situation.relations
    say = book.sentences

    def name(other: int) -> str:
        return book.services[other].name_fi

    if not book.services[number].in_force(assessment.marks.index.on):
        return [say["expired"]], [say["change_date"]]
    barring = situation.barred_by(number)
    if barring is not None:
        return [say["barred"].format(name=name(barring))], [say["change_after"].format(name=name(barring))]
    rival = next((n for n in situation.chosen if n in relations.rivals[number]), None)
    if rival is not None:
        return [say["rival"].format(name=name(rival))], [say["change_instead"].format(name=name(rival))]
    same = [
        n for n in situation.chosen if relations.answers[n].keys() & relations.answers[number] & set(situation.active)
    ]
    if same:
        names = ", ".join(name(n) for n in same[:CHANGES])
        return [say["covered"].format(name=names)], [say["change_instead"].format(name=name(same[0]))]
    labels = [book.needs[need].label_fi for need in relations.answers[number]]
    return [say["no_need"]], [say["change_need"].format(need=label) for label in labels[:CHANGES]]


def _gaps(assessment: Assessment, situation: Situation) -> tuple[Need, ...]:
    answers = situation.relations.answers
    answered = {need for n in (*situation.candidates, *situation.in_use) for need in answers[n]}
    return tuple(assessment.rulebook.needs[need] for need in situation.active if need not in answered)
