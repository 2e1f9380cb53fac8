"""Small talk and plain information: a fixed answer, then back to the question that was pending."""

from typing import ClassVar

from typing_extensions import override

from actions.replies import Reply
from actions.turns import Answer, Desk, Moment, TurnAction, again, stay


class Say(TurnAction):
    """One fixed answer."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "action_greet": "greet",
        "action_thank": "thank",
        "action_help": "help",
        "action_off_topic": "off_topic",
        "action_ask_privacy": "privacy",
    }

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self._name = name

    @override
    def name(self) -> str:
        return self._name

    @override
    def answer(self, moment: Moment) -> Answer:
        return again(moment, [*moment.voice.echo(moment.taken), moment.voice.say(self.SENTENCES[self._name])])


class Goodbye(TurnAction):
    """A farewell needs no further question."""

    NAME = "action_goodbye"

    @override
    def answer(self, moment: Moment) -> Answer:
        return stay(moment, [moment.voice.say("goodbye")])


class OfferHuman(TurnAction):
    """Anger and a language that is not understood are met calmly, with the way to a human."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "action_complaint": "complaint",
        "action_language_sv": "language_sv",
        "action_language_en": "language_en",
    }

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self._name = name

    @override
    def name(self) -> str:
        return self._name

    @override
    def answer(self, moment: Moment) -> Answer:
        if self._name == "action_complaint" and moment.dialogue.pending.asked:
            said = Reply(moment.voice.texts.say("complaint"), moment.voice.offer("human", "skip", "result"))
            return stay(moment, [*moment.voice.echo(moment.taken), said])
        return stay(moment, [moment.voice.human(self.SENTENCES[self._name])])
