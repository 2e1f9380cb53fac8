"""Small talk and plain information: a fixed answer, then back to the question that was pending."""

from typing import ClassVar

from typing_extensions import override

from actions.replies import Reply
from actions.turns import Answer, Desk, Moment, TurnAction, again, offering, stay

HUMAN = "human"


class Sentence(TurnAction):
    """An action that is known by its sentence; one object each."""

    SENTENCES: ClassVar[dict[str, str]]

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self._name = name

    @override
    def name(self) -> str:
        return self._name

    @property
    def sentence(self) -> str:
        """The id of what is said."""
        return self.SENTENCES[self._name]


class Say(Sentence):
    """One fixed answer."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "action_greet": "greet",
        "action_thank": "thank",
        "action_off_topic": "off_topic",
        "action_ask_privacy": "privacy",
    }

    @override
    def answer(self, moment: Moment) -> Answer:
        return again(moment, [*moment.voice.echo(moment.taken), moment.voice.say(self.sentence)])


class Help(TurnAction):
    """What this is and how to answer; beside a question also what it is asked for."""

    NAME = "action_help"

    @override
    def answer(self, moment: Moment) -> Answer:
        pending, echoed = moment.dialogue.pending, moment.voice.echo(moment.taken)
        if not pending.asked:
            return again(moment, [*echoed, moment.voice.say("help")])
        asked = moment.book.screen(pending.screen) or moment.book.fact(pending.asked[0])
        return again(moment, [*echoed, moment.voice.say("help_question", why=asked.help_fi or "")])


class OfferHuman(Sentence):
    """Anger and a language that is not understood are met calmly, with the way to a human."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "action_complaint": "complaint",
        "action_language_sv": "language_sv",
        "action_language_en": "language_en",
    }

    @override
    def answer(self, moment: Moment) -> Answer:
        if self.sentence != "complaint":
            return offering(stay(moment, [moment.voice.human(self.sentence)]), HUMAN)
        sentence = "complaint_again" if moment.offered == HUMAN else "complaint"
        answer = Answer([moment.voice.human(sentence)], moment.dialogue)
        if moment.dialogue.pending.asked:
            ways_on = Reply(moment.voice.texts.say(sentence), moment.voice.offer(HUMAN, "skip", "result"))
            answer = stay(moment, [*moment.voice.echo(moment.taken), ways_on])
        return offering(answer, HUMAN)


class Goodbye(TurnAction):
    """A farewell needs no further question."""

    NAME = "action_goodbye"

    @override
    def answer(self, moment: Moment) -> Answer:
        return stay(moment, [moment.voice.say("goodbye")])
