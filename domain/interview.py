"""The next turn of the interview: one question or screen that can still change the set, or none."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.asking import HEALTH, TIERS, askable, may_be_asked, tier
from domain.choosing import Situation
from domain.facts import Fact
from domain.influence import influence
from domain.lookahead import Lookahead
from domain.marks import UNKNOWN
from domain.questions import Question, Turn, control, question, services_behind
from domain.rules import Screen, Stage

__all__ = ["Question", "Turn", "next_turn", "question", "services_behind"]

LIKELY = 0.05
LIKELY_FOLLOW_UP = 0.02
JUST = 1e-9
LIMIT = 80
MOST_CHIPS = 9
EASY_FIRST = 3
# So many answers are half of an interview.
HALF_WAY = 10


def next_turn(situation: Situation, *, refine: bool = False) -> Turn | None:
    """Return the most useful turn that can still change the set or its order, or None.

    Without `refine` a turn must be likely enough to change them; what is left after that are details.
    """
    look = Lookahead(situation, limit=LIMIT)
    weights = influence(situation)
    possible = _possible(situation, weights)
    for change in (look.change, look.joint_change):
        for one in possible:
            enough = JUST if refine else LIKELY_FOLLOW_UP if one.follow_up else LIKELY
            heaviest_first = sorted(one.numbers, key=lambda n: (-weights.get(n, 0.0), n))
            if change(heaviest_first, enough=enough) >= enough:
                return _turn(situation, one)
    return None


class _Possible(NamedTuple):
    """A turn that may be asked: its screen, its facts by number, whether a screen has announced it, and when."""

    screen: Screen | None
    numbers: tuple[int, ...]
    follow_up: bool
    tier: int


def _possible(situation: Situation, weights: dict[int, float]) -> list[_Possible]:
    """Return the possible turns, the most useful first; basic before sensitive before health.

    What an earlier screen has announced follows at once; a question that opens chips comes before the screens. Easy
    questions come first: a long list of choices, such as one's wishes, waits until a person has come in.
    """
    facts = situation.index.facts
    screens = situation.index.rulebook.interview.screens
    chips = {situation.index.number[chip.fact] for screen in screens for chip in screen.chips}
    coming_in = sum(answer is not None for answer in situation.marks.answers) < EASY_FIRST

    def rank(one: _Possible) -> tuple[int, bool, bool, bool, float, int, str]:
        order = min(facts[n].ask_order or 0 for n in one.numbers)
        weight = sum(weights.get(n, 0.0) for n in one.numbers)
        opens = one.screen is None and _opens_one(situation, one.numbers[0], chips)
        long = coming_in and one.screen is None and facts[one.numbers[0]].type == "set"
        return one.tier, not one.follow_up, long, not opens, -weight, order, facts[one.numbers[0]].id

    return sorted(_grouped(situation, weights), key=rank)


def _opens_one(situation: Situation, number: int, chips: set[int]) -> bool:
    """Tell whether an answer may open a chip that cannot be asked yet."""
    reached, marks = situation.index.reach[number][1:], situation.marks
    return any(n in chips and may_be_asked(marks, n) and not askable(marks, n) for n in reached)


def _turn(situation: Situation, one: _Possible) -> Turn:
    facts, stages = [situation.index.facts[n] for n in one.numbers], situation.index.rulebook.interview.stages
    stage = _stage(one.screen, facts[0], stages)
    done = _done(situation)
    return Turn(
        facts=tuple(fact.id for fact in facts),
        screen=one.screen,
        control=control(facts[0]) if one.screen is None else "screen",
        sensitivity=facts[0].sensitivity if one.screen is None else one.screen.sensitivity,
        step=1 + int(done * len(stages)),
        steps=max(len(stages), 1),
        step_label_fi=stage.label_fi if stage else "",
        done=done,
        why_fi=(facts[0].help_fi or "") if one.screen is None else one.screen.help_fi,
        shows_result=bool(situation.candidates),
    )


def _done(situation: Situation) -> float:
    """Return how far the interview has come, from the answers alone, so that it never goes back as answers come."""
    answered = sum(answer is not None for answer in situation.marks.answers)
    return round(answered / (answered + HALF_WAY), 2)


def _stage(screen: Screen | None, fact: Fact, stages: Sequence[Stage]) -> Stage | None:
    """Return where a turn belongs; a health question belongs to the last stage, where health is."""
    for stage in stages:
        if screen is not None and screen.stage == stage.id:
            return stage
        if screen is None and fact.group in stage.groups and fact.sensitivity != HEALTH:
            return stage
    return stages[-1] if stages else None


def _grouped(situation: Situation, weights: dict[int, float]) -> Iterator[_Possible]:
    """Return each open fact once: on its screen when that settles at least two facts, else alone."""
    index, left, announced, elsewhere = situation.index, dict(weights), set[int](), set[int]()
    waits = dict[int, int]()
    for screen in index.rulebook.interview.screens:
        chips = {index.number[chip.fact]: chip for chip in screen.chips}
        own = chips.keys() - elsewhere
        elsewhere |= own
        asked_next = {n for n, chip in chips.items() if chip.value is None}
        # One answer may come from a question of its own; two mean that the screen has been seen.
        if sum(situation.marks.answers[n] is not None for n in own) > 1:
            announced |= asked_next
        else:
            waits |= dict.fromkeys(chips, TIERS[screen.sensitivity])
        numbers = tuple(n for n in chips if n in left and n not in announced)
        if len(numbers) > 1 and not asked_next.issuperset(numbers):
            early = tuple(n for n, chip in chips.items() if chip.early and _may_be_early(situation, n))
            numbers = (*early, *_heaviest(numbers, weights, asked_next, MOST_CHIPS - len(early)))
            yield _Possible(screen, numbers, follow_up=False, tier=max(tier(index.facts[n]) for n in numbers))
            for n in numbers:
                left.pop(n, None)
    for n in left:
        yield _Possible(None, (n,), follow_up=n in announced, tier=max(tier(index.facts[n]), waits.get(n, 0)))


def _may_be_early(situation: Situation, number: int) -> bool:
    marks = situation.marks
    gate = marks.index.asked_when[number]
    return marks.answers[number] is None and gate is not None and marks.verdict(gate) == UNKNOWN


def _heaviest(numbers: tuple[int, ...], weights: dict[int, float], asked_next: set[int], most: int) -> tuple[int, ...]:
    """Return the facts that weigh most, the heaviest first; the others come with a later turn.

    A chip that only announces a question stays: a screen that has been seen must have shown it.
    """
    kept = sorted(numbers, key=lambda n: (n not in asked_next, -weights[n], numbers.index(n)))[:most]
    return tuple(sorted(kept, key=lambda n: (-weights[n], numbers.index(n))))
