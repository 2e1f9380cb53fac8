"""The frame of every action: hear, take the facts, speak, and leave the outcome on the turn."""

import json
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from typing_extensions import override

from actions.hearing import Heard, heard
from actions.ports import Case, Cases, Dialogue, Learned, Outcome, Pending, RuleBooks
from actions.replies import SENTENCES_AT_MOST, Reply, Voice, sentences
from actions.taking import Taken, accepts, take
from domain.guidance import Guidance, guide
from domain.render import suggestion_view
from domain.rules import RuleBook
from domain.texts import Texts
from domain.urgent_answers import UrgentAnswers

# How many answers back a correction that names no fact may reach.
REMEMBERED = 6
HUMAN_NEEDED = {"kriisi": "escalate_urgent", "kiireellinen": "escalate_urgent", "monimutkainen": "escalate_complex"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the actions work with; handed in once, where the product is put together.

    `closed` gives the service hours when no advisor is there now, else None.
    """

    cases: Cases
    rulebooks: RuleBooks
    texts: Texts
    today: Callable[[], date]
    closed: Callable[[], str | None]
    urgent_answers: Callable[[], UrgentAnswers]


@dataclass(frozen=True, slots=True)
class Moment:
    """One turn under way: what was heard and taken, and what the rules say with it.

    `offered` is the command that was offered before, `accepted` whether this message takes it, when it is about that.
    """

    heard: Heard
    case: Case
    taken: Taken
    book: RuleBook
    voice: Voice
    today: date
    urgent_answers: Callable[[], UrgentAnswers]
    offered: str | None = None
    accepted: bool | None = None
    _known: dict[bool, Guidance] = field(init=False, default_factory=dict)

    @property
    def dialogue(self) -> Dialogue:
        """The dialogue as it was before this turn."""
        return self.case.dialogue

    def guidance(self, *, refine: bool | None = None) -> Guidance:
        """Return what the rules say of the facts as they are after this message."""
        on = self.dialogue.refining if refine is None else refine
        if on not in self._known:
            self._known[on] = guide(self.book, self.taken.facts, on=self.today, refine=on)
        return self._known[on]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an action says, what it learns beside the message itself, and where the dialogue stands after it."""

    replies: Sequence[Reply]
    dialogue: Dialogue
    learned: tuple[Learned, ...] = ()
    forgotten: tuple[str, ...] = ()
    shown: Guidance | None = None
    not_understood: bool = False


class TurnAction(Action):
    """An action of one turn. Facts told beside a request are taken too, so that nobody has to say them twice."""

    NAME: ClassVar[str]

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @override
    def name(self) -> str:
        return self.NAME

    @override
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        message = heard(tracker)
        today = self.desk.today()
        case = await self.desk.cases.open(message.conversation, message.turn)
        book = (await self.desk.rulebooks.published(today)).spoken(case.language)
        taken, accepted = take(message, case, book), accepts(message, case)
        offered, case = case.dialogue.pending.offer, _without_offer(case)
        voice = Voice(book, self.desk.texts.spoken(case.language), self.desk.closed(), first=not case.dialogue.recent)
        moment = Moment(message, case, taken, book, voice, today, self.desk.urgent_answers, offered, accepted)
        answer = after_danger(moment) if message.urgent else self.answer(moment)
        recalled = _recalled(moment)
        if recalled:
            answer = replace(answer, dialogue=replace(answer.dialogue, recalled=True))
        await self.desk.cases.conclude(message.turn, _outcome(moment, answer))
        noticed = [moment.voice.say("masked_told")] if message.masked else []
        for reply in (*noticed, *recalled, *answer.replies):
            dispatcher.utter_message(text=reply.text, json_message=_plain(reply.payload))
        return []

    @abstractmethod
    def answer(self, moment: Moment) -> Answer:
        """Say what this action says."""


def _outcome(moment: Moment, answer: Answer) -> Outcome:
    shown, taken = answer.shown, moment.taken
    told = _told(moment, answer)
    recent = tuple(dict.fromkeys((*told, *answer.dialogue.recent)))[:REMEMBERED]
    return Outcome(
        dialogue=replace(answer.dialogue, told=told or answer.dialogue.told, recent=recent),
        learned=() if answer.forgotten else (*taken.learned, *answer.learned),
        forgotten=(*taken.forgotten, *answer.forgotten),
        suggestion=(shown.version, suggestion_view(moment.book, shown)) if shown else None,
        not_understood=answer.not_understood,
    )


def _without_offer(case: Case) -> Case:
    """An offer holds for one message; whatever else that message is about, the next yes is no yes to it."""
    dialogue = case.dialogue
    return replace(case, dialogue=replace(dialogue, pending=replace(dialogue.pending, offer=None)))


def _recalled(moment: Moment) -> list[Reply]:
    """What was agreed with a human is said once, when the assistant goes on after the human; danger comes first."""
    if moment.case.agreed is None or moment.dialogue.recalled or moment.heard.urgent:
        return []
    return [moment.voice.say("agreed_recalled", agreed=moment.case.agreed)]


def _told(moment: Moment, answer: Answer) -> tuple[str, ...]:
    """What this message answered, what was asked first; a correction in the next message puts these right."""
    pressed, asked = {choice.fact for choice in moment.heard.choices}, moment.dialogue.pending.asked
    said = [one.fact for one in moment.taken.learned if one.words is not None or one.fact in pressed]
    return tuple(sorted([*said, *(one.fact for one in answer.learned)], key=lambda fact: fact not in asked))


def _plain(payload: Any) -> Any:
    return json.loads(json.dumps(payload)) if payload is not None else None


def go_on(moment: Moment, before: Sequence[Reply] = (), *, refine: bool | None = None, resume: bool = False) -> Answer:
    """Continue with the next question, or with the set when no question is worth asking any more."""
    if moment.dialogue.held and not resume:
        return held(moment, before)
    refining = moment.dialogue.refining if refine is None else refine
    guidance = moment.guidance(refine=refining)
    replies, escalated = _told_to_a_human(moment, guidance)
    replies = [*before, *replies]
    dialogue = replace(
        moment.dialogue,
        misses=0,
        skips=0,
        refining=refining,
        escalated=escalated,
        pending=Pending(),
        held=False,
    )
    if moment.taken.to_confirm is not None:
        reading = moment.taken.to_confirm
        confirm, pending = moment.voice.confirm(reading.fact, reading.value, reading.words)
        return Answer([*replies, confirm], replace(dialogue, pending=pending))
    if guidance.turn is not None:
        ask, pending = moment.voice.ask(guidance.turn, moment.taken.facts)
        return Answer([*replies, ask], replace(dialogue, pending=pending))
    if moment.dialogue.result_shown and not moment.taken.learned:
        return Answer([*replies, moment.voice.say("refine_nothing")], replace(dialogue, refining=False))
    sentence = "result_again" if moment.dialogue.result_shown else "result"
    return show(moment, guidance, replies, replace(dialogue, refining=False), sentence)


def show(moment: Moment, guidance: Guidance, before: Sequence[Reply], dialogue: Dialogue, sentence: str) -> Answer:
    """Show the set."""
    replies = [*before, *moment.voice.result(sentence)]
    return Answer(replies, replace(dialogue, result_shown=True, held=False), shown=guidance)


def again(moment: Moment, before: Sequence[Reply]) -> Answer:
    """Say something beside the matter and return to what was pending, in one message when it is short."""
    dialogue = moment.dialogue
    if dialogue.held:
        return held(moment, before)
    if moment.taken.nothing and dialogue.pending.confirm is not None:
        confirm, _ = moment.voice.confirm(*dialogue.pending.confirm, words="")
        return Answer([*before, confirm], dialogue)
    if moment.taken.nothing and dialogue.result_shown and not dialogue.pending.asked:
        return stay(moment, before)
    turn = moment.guidance().turn
    if turn is None or turn.facts != dialogue.pending.asked or not moment.taken.nothing:
        return go_on(moment, before)
    ask, _ = moment.voice.ask(turn, moment.taken.facts)
    said = " ".join(reply.text for reply in before)
    lead = moment.voice.texts.say("back_to_question", question=ask.text)
    if sentences(said) + sentences(lead) <= SENTENCES_AT_MOST:
        return Answer([Reply(f"{said} {lead}", ask.payload)], dialogue)
    return Answer([*before, ask], dialogue)


def offering(answer: Answer, command: str) -> Answer:
    """Let a plain yes in the next message take what this answer offers."""
    pending = replace(answer.dialogue.pending, offer=command)
    return replace(answer, dialogue=replace(answer.dialogue, pending=pending))


def after_danger(moment: Moment) -> Answer:
    """The numbers to call have gone out; no question follows them until the person wants to go on."""
    offer = Reply(moment.voice.with_hours("urgent_continue"), moment.voice.offer("human", "start"))
    return Answer([offer], replace(moment.dialogue, pending=Pending(), held=True))


def held(moment: Moment, before: Sequence[Reply] = ()) -> Answer:
    """After danger the interview waits: what is told is taken, and the way on and the human stay within reach."""
    said = [*(reply.text for reply in before), moment.voice.texts.say("held")]
    return Answer([Reply(" ".join(said), moment.voice.offer("human", "start"))], moment.dialogue)


def stay(moment: Moment, replies: Sequence[Reply]) -> Answer:
    """Say something and leave the dialogue where it is."""
    return Answer(replies, moment.dialogue)


def _told_to_a_human(moment: Moment, guidance: Guidance) -> tuple[list[Reply], str | None]:
    """Offer a human once for each kind of situation that asks for one."""
    if guidance.escalate not in HUMAN_NEEDED or guidance.escalate == moment.dialogue.escalated:
        return [], moment.dialogue.escalated
    offer = moment.voice.human(HUMAN_NEEDED[guidance.escalate])
    return [*_help_today(moment), offer], guidance.escalate


def _help_today(moment: Moment) -> list[Reply]:
    """Numbers to call for one who needs help or a roof today."""
    known = moment.taken.facts.known()
    if not (known.get("kiireellinen_avun_tarve") is True or known.get("asuminen") == "asunnoton"):
        return []
    home = known.get("kotikunta")
    _, numbers = moment.urgent_answers().answer("asunnoton_tanaan", home if isinstance(home, str) else None)
    payload = {"kind": "urgent", "label": "asunnoton_tanaan", "numbers": [number.payload() for number in numbers]}
    return [Reply(moment.voice.texts.say("help_today"), payload)]
