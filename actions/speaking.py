"""The other way of speaking, which the person has chosen: what is open is said once more in it."""

from dataclasses import replace

from typing_extensions import override

from actions.answers import ask_again
from actions.replies import greeting
from actions.turns import Answer, Moment, TurnAction, go_on, held, stay


class Repeat(TurnAction):
    """The open question again, or what stood in its place."""

    NAME = "action_repeat"

    @override
    def answer(self, moment: Moment) -> Answer:
        dialogue, facts = moment.dialogue, moment.case.facts
        if dialogue.held:
            return held(moment)
        if dialogue.pending.confirm is not None:
            confirm, _ = moment.voice.confirm(*dialogue.pending.confirm, words="")
            return Answer([confirm], dialogue)
        if dialogue.pending.asked:
            return _asked(moment)
        if dialogue.result_shown:
            return stay(moment, moment.voice.result("result_again"))
        return go_on(moment) if facts.answers else stay(moment, [greeting(moment.voice.texts)])


def _asked(moment: Moment) -> Answer:
    asked, turn = moment.dialogue.pending.asked, moment.guidance().turn
    if turn is None:
        return go_on(moment)
    if turn.facts != asked and asked[0] in moment.case.facts.answers:
        return ask_again(moment, asked[0])
    ask, pending = moment.voice.ask(turn, moment.case.facts)
    return Answer([ask], replace(moment.dialogue, pending=pending))
