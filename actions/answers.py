"""Answers and what is done with them: take, skip, and what to do when nothing was understood."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from actions.ports import Pending
from actions.replies import Reply
from actions.requests import offer_human, offer_to_forget, restart
from actions.taking import AFFIRMS, DENIES, withheld
from actions.turns import Answer, Moment, TurnAction, again, go_on, held, stay
from domain.facts import DECLINED, DONT_KNOW, Skipped
from domain.questions import one_fact

CORRECTS = "correct"
WORDS_OF_A_BARE_CORRECTION = 3
MISSES_BEFORE_A_HUMAN = 2
SKIPS_BEFORE_THE_RESULT = 3
OFFERED = {"restart": restart, "human": offer_human, "erase": offer_to_forget}


class Take(TurnAction):
    """Answers, told facts and corrections."""

    NAME = "action_take"

    @override
    def answer(self, moment: Moment) -> Answer:
        if moment.offered is not None and moment.accepted is not None:
            return OFFERED[moment.offered](moment) if moment.accepted else again(moment, [moment.voice.say("agreed")])
        if not moment.taken.nothing:
            return _taken(moment)
        if moment.heard.intent == CORRECTS and moment.dialogue.recent:
            return _put_right(moment)
        if moment.heard.intent == AFFIRMS or (moment.heard.intent == DENIES and not moment.dialogue.pending.asked):
            # A "joo" that answers no question agrees with what was just told back.
            return again(moment, [moment.voice.say("agreed")])
        return not_understood(moment)


def _taken(moment: Moment) -> Answer:
    """Tell back what was taken and go on; what is declined many times in a row ends in an offer of the result."""
    declined = bool(moment.dialogue.pending.asked) and all(one.answer is DECLINED for one in moment.taken.learned)
    echoed = moment.voice.echo(moment.taken, moment.dialogue.pending.asked)
    if not declined or moment.taken.to_confirm or moment.dialogue.held:
        return go_on(moment, echoed)
    return skipped(moment, go_on(moment, echoed))


class NotUnderstood(TurnAction):
    """A message that no act fits."""

    NAME = "action_not_understood"

    @override
    def answer(self, moment: Moment) -> Answer:
        if moment.taken.nothing:
            return not_understood(moment)
        return go_on(moment, moment.voice.echo(moment.taken, moment.dialogue.pending.asked))


class Skip(TurnAction):
    """Every question can be skipped; a skipped one is remembered as declined and not asked again."""

    NAME = "action_skip"

    @override
    def answer(self, moment: Moment) -> Answer:
        pending = moment.dialogue.pending
        if pending.confirm is not None:
            return go_on(moment, [moment.voice.say("confirm_denied")])
        if not pending.asked:
            return go_on(moment, [moment.voice.say("skip_nothing")])
        return skipped(moment, leave(moment, DECLINED))


class Start(TurnAction):
    """The first question, for a person who would rather press buttons than write."""

    NAME = "action_start"

    @override
    def answer(self, moment: Moment) -> Answer:
        return go_on(moment, resume=True)


class Refine(TurnAction):
    """Questions that can only sharpen details, when the person wants them."""

    NAME = "action_refine"

    @override
    def answer(self, moment: Moment) -> Answer:
        return go_on(moment, refine=True, resume=True)


def skipped(moment: Moment, left: Answer) -> Answer:
    """Count what is skipped in a row; the third time offer the result instead of the next question."""
    skips = moment.dialogue.skips + 1
    if skips < SKIPS_BEFORE_THE_RESULT:
        return replace(left, dialogue=replace(left.dialogue, skips=skips))
    offer = Reply(moment.voice.texts.say("skipped_many"), moment.voice.offer("result", "start"))
    return replace(left, replies=[offer], dialogue=replace(moment.dialogue, pending=Pending(), skips=0))


def _put_right(moment: Moment) -> Answer:
    """A correction that names nothing new: ask the last answer again, or which one is wrong."""
    book, told = moment.book, [fact for fact in moment.dialogue.told if fact in moment.book.vocabulary]
    askable = [fact for fact in told if book.fact(fact).question_fi]
    said_more = len(moment.heard.text.split()) > WORDS_OF_A_BARE_CORRECTION
    if len(askable) == 1 and not said_more:
        return ask_again(moment, askable[0])
    known = moment.taken.facts.known()
    wrong = [fact for fact in (told if len(told) > 1 else moment.dialogue.recent) if fact in known]
    if not wrong:
        return not_understood(moment)
    return stay(moment, [moment.voice.wrong({fact: known[fact] for fact in wrong})])


def ask_again(moment: Moment, fact: str) -> Answer:
    """Ask once more what was answered wrong; the question that was pending follows after it."""
    asked = moment.book.fact(fact).question_fi or ""
    text = moment.voice.texts.say("correct_again", question=asked)
    turn = moment.guidance().turn
    payload = moment.voice.payload(one_fact(moment.book, turn, fact), moment.taken.facts) if turn else None
    return Answer([Reply(text, payload)], replace(moment.dialogue, pending=Pending(asked=(fact,)), misses=0))


def leave(moment: Moment, answer: Skipped, before: Sequence[Reply] = ()) -> Answer:
    """Leave what was asked and go on; it counts as the given answer and is not asked again."""
    answered = {one.fact for one in moment.taken.learned}
    facts = moment.taken.facts
    left = tuple(withheld(facts, fact, answer) for fact in moment.dialogue.pending.asked if fact not in answered)
    for one in left:
        facts = facts.with_answer(one.fact, one.answer)
    return replace(go_on(replace(moment, taken=replace(moment.taken, facts=facts)), before), learned=left)


def not_understood(moment: Moment) -> Answer:
    """Say so once, plainly; the second time in a row offer a human too; after that leave the question."""
    misses, dialogue = moment.dialogue.misses + 1, moment.dialogue
    if dialogue.held:
        return replace(held(moment), not_understood=True)
    if misses > MISSES_BEFORE_A_HUMAN and (dialogue.pending.asked or dialogue.pending.confirm):
        return replace(leave(moment, DONT_KNOW, [moment.voice.say("left_for_now")]), not_understood=True)
    dialogue = replace(dialogue, misses=misses)
    if dialogue.pending.confirm is not None:
        confirm, _ = moment.voice.confirm(*dialogue.pending.confirm, words="")
        return Answer([_said(moment, misses, "skip"), confirm], dialogue, not_understood=True)
    turn = moment.guidance().turn
    if turn is None:
        return Answer([_said(moment, misses, "result")], dialogue, not_understood=True)
    ask, pending = moment.voice.ask(turn, moment.taken.facts)
    said = _said(moment, misses, "skip")
    return Answer([said, ask], replace(dialogue, pending=pending), not_understood=True)


def _said(moment: Moment, misses: int, way_on: str) -> Reply:
    if misses >= MISSES_BEFORE_A_HUMAN:
        said = moment.voice.say("not_understood_2")
        return Reply(said.text, moment.voice.offer(way_on, "human"))
    return moment.voice.say("not_understood_1" if moment.dialogue.pending.asked else "not_understood_open")
