"""The plan: the chosen set as a path, and for everything else why not and what would change that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.choosing import Situation
from domain.matching import Assessment, Finding, Reason
from domain.rules import Need, Verdict
from domain.timeline import Phase, earlier, timeline

ALTERNATIVES = 3
CHANGES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One suggested service on the path, by ids; `leads_to` may follow it but not run beside it."""

    service: str
    phase: Phase
    needs: tuple[str, ...]
    finding: Finding
    first_step: str
    alongside: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    alternatives: tuple[str, ...]
    leads_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One service that is not suggested: why, and what would change that."""

    service: str
    finding: Finding
    reasons: tuple[tuple[str, Verdict], ...]
    change: tuple[str, ...]


class Plan:
    """The whole answer about services. What is not in the set is worked out when it is looked at."""

    def __init__(self, assessment: Assessment, situation: Situation) -> None:
        self._assessment = assessment
        self._situation = situation
        self._phases = timeline(situation)

    @cached_property
    def suggested(self) -> tuple[Step, ...]:
        """The path: what to do now, next and later."""
        return tuple(_step(self._assessment, self._situation, number, self._phases) for number in self._phases)

    @cached_property
    def in_use(self) -> tuple[str, ...]:
        """The ids of the services that the person already has."""
        return _ids(self._assessment, (n for n in self._situation.relations.by_id if n in self._situation.in_use))

    @cached_property
    def gaps(self) -> tuple[Need, ...]:
        """The needs that nothing in the catalogue answers for this person."""
        return _gaps(self._assessment, self._situation)

    @cached_property
    def undecided(self) -> tuple[Finding, ...]:
        """What may fit once something is known that is not known yet."""
        ids = _ids(self._assessment, (n for n in self._rest if _undecided(self._situation, n)))
        return tuple(self._assessment.services[i] for i in ids)

    @cached_property
    def not_suggested(self) -> tuple[LeftOut, ...]:
        """Every other service: why not, and what would change that."""
        left = [n for n in self._rest if not _undecided(self._situation, n)]
        return tuple(_left_out(self._assessment, self._situation, number) for number in left)

    @cached_property
    def _rest(self) -> list[int]:
        taken = self._phases.keys() | self._situation.in_use
        return [n for n in self._situation.relations.by_id if n not in taken]


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
        leads_to=_ids(assessment, _leads_to(situation, number)),
    )


def _ids(assessment: Assessment, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(assessment.rulebook.services[n].id for n in numbers)


def _needs(assessment: Assessment, situation: Situation, number: int) -> list[str]:
    answers = situation.relations.answers[number]
    named = sorted((need for need in situation.active if need in answers), key=lambda need: -answers[need])
    return [assessment.rulebook.needs[need].id for need in named]


def _first_step(assessment: Assessment, number: int) -> str:
    service, marks = assessment.rulebook.services[number], assessment.marks
    written = service.first_step_written_fi
    if written and in_writing(assessment):
        return written
    steps = zip(service.first_steps_when, marks.index.services[number].steps, strict=True)
    return next((step.step_fi for step, line in steps if marks.lines[line] == Verdict.YES), service.first_step_fi)


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


def _leads_to(situation: Situation, number: int) -> list[int]:
    """Return the suitable services that naturally follow this one and cannot be had beside it."""
    relations = situation.relations
    return [n for n in situation.candidates if n in relations.rivals[number] and number in relations.earlier[n]]


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
