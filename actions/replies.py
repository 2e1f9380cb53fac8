"""What the assistant says: sentences from the texts, with the payload that the page draws."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.ports import Pending
from actions.taking import Taken
from domain.conditions import Value
from domain.facts import DECLINED, Answer, Facts, Known
from domain.labels import told_back
from domain.languages import FINNISH
from domain.questions import Turn, question
from domain.rules import RuleBook, Service
from domain.texts import Texts
from domain.tone import heavy, notes

CHOICES = {
    "erase": "choice_erase",
    "human": "choice_human",
    "refine": "choice_refine",
    "restart": "choice_restart",
    "result": "choice_result",
    "skip": "choice_skip",
    "start": "choice_continue",
}
ECHOED_AT_MOST = 4
SENTENCES_AT_MOST = 3
SENTENCE_END = re.compile(r"[.?](?=\s|$)")
CONSENT = "terveyskysymykset"
EASILY_MISREAD = ("int", "municipality", "set")


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the assistant."""

    text: str
    payload: Mapping[str, Any] | None = None


def greeting(texts: Texts) -> Reply:
    """Return how a conversation begins."""
    option = {"label": texts.say("choice_start"), "command": "start"}
    text = f"{texts.say('greeting')}\n\n{texts.say('greeting_privacy')}"
    return Reply(text, {"kind": "choices", "options": [option]})


def sentences(text: str) -> int:
    """Count the sentences of a text."""
    return len(SENTENCE_END.findall(text))


@dataclass(frozen=True, slots=True)
class Voice:
    """The sentences of one turn: the rule book gives questions and names, the texts give the rest.

    `closed` tells when advisors are there, if they are not there now: no live human may be promised then. `first` is
    on until something has been told: what holds for all that follows is said once.
    """

    book: RuleBook
    texts: Texts
    closed: str | None = None
    first: bool = True

    def say(self, sentence: str, **fields: str) -> Reply:
        """Return a plain sentence."""
        return Reply(self.texts.say(sentence, **fields))

    def ask(self, turn: Turn, facts: Facts) -> tuple[Reply, Pending]:
        """Return the question of a turn and what is pending after it."""
        asked = question(self.book, turn, facts)
        known = facts.get(turn.facts[0])
        if isinstance(known, Known) and turn.screen is None:
            more = self.texts.say("ask_more", told=self._told(turn.facts[0], known.value))
            asked = replace(asked, text=f"{asked.text} {more}")
        screen = turn.screen.id if turn.screen else None
        return Reply(asked.text, asked.payload), Pending(asked=turn.facts, screen=screen)

    def payload(self, turn: Turn, facts: Facts) -> Mapping[str, Any]:
        """Return the ready answers of a turn."""
        return question(self.book, turn, facts).payload

    def confirm(self, fact: str, value: object, words: str) -> tuple[Reply, Pending]:
        """Ask whether a probable reading is right, before it counts."""
        text = self.texts.say("confirm", told=told_back(self.book.fact(fact), value, self.texts))
        options = [
            {"label": self.texts.say("confirm_yes"), "confirm": True},
            {"label": self.texts.say("confirm_no"), "confirm": False},
        ]
        payload = {"kind": "confirm", "fact": fact, "value": value, "words": words, "options": options}
        return Reply(text, payload), Pending(confirm=(fact, value))

    def echo(self, taken: Taken, asked: tuple[str, ...] = ()) -> Sequence[Reply]:
        """Tell what free text was taken to mean, and what must be known at once.

        A plain answer to a plain question needs no echo; a refusal gets a kind word.
        """
        told = {one.fact: one.answer for one in taken.learned if isinstance(one.answer, Known)}
        return [*self._meant(taken, asked), *(Reply(note) for note in notes(self.book, told))]

    def _meant(self, taken: Taken, asked: tuple[str, ...]) -> list[Reply]:
        if taken.forgotten:
            return [self.say("forgotten")]
        if taken.confirm_denied and not taken.learned:
            return [self.say("confirm_denied")]
        spoken = [one for one in taken.learned if one.words is not None]
        told = {one.fact: one.answer for one in spoken if isinstance(one.answer, Known)}
        if told.get(CONSENT) == Known("kieltaydytty"):
            return [self.say("health_declined")]
        if told:
            return self._told_back({fact: told[fact] for fact in told if fact not in taken.known_before}, taken, asked)
        if spoken:
            return [self._left(taken, spoken[0].answer)]
        return []

    def _left(self, taken: Taken, answer: Answer) -> Reply:
        """That leaving a question is all right; why it is needs to be said once."""
        sentence = "noted_declined" if answer is DECLINED else "noted_dont_know"
        learned = {one.fact for one in taken.learned}
        before = any(known is answer for fact, known in taken.facts.answers.items() if fact not in learned)
        return self.say(f"{sentence}_again" if before else sentence)

    def _told_back(self, told: Mapping[str, Known], taken: Taken, asked: tuple[str, ...]) -> list[Reply]:
        """What is new in the message; what had been told before is not told back again."""
        if not told:
            return [self.say("known_already")]
        felt = [self.texts.say("heavy")] if heavy(self.book, told) else []
        plain_no = set(told) <= set(asked) and all(answer.value is False for answer in told.values())
        plain = not taken.corrected and (plain_no or all(self._needs_no_echo(fact, asked) for fact in told))
        meant = [] if plain else [self.texts.say(self._sentence(told, taken), facts=self._listed(told))]
        return [Reply(" ".join([*felt, *meant]))] if felt or meant else []

    def _sentence(self, told: Mapping[str, Known], taken: Taken) -> str:
        if taken.corrected >= set(told):
            return "corrected"
        return "understood" if self.first else "understood_again"

    def _needs_no_echo(self, fact: str, asked: tuple[str, ...]) -> bool:
        return asked == (fact,) and self.book.fact(fact).type not in EASILY_MISREAD

    def _told(self, fact: str, value: Value) -> str:
        return told_back(self.book.fact(fact), value, self.texts)

    def _listed(self, told: Mapping[str, Known]) -> str:
        """The heaviest first, so that it is not what is left out when there is too much to repeat."""
        order = sorted(told, key=lambda fact: not heavy(self.book, {fact: told[fact]}))
        shown = order if len(order) <= ECHOED_AT_MOST + 1 else order[:ECHOED_AT_MOST]
        # What is listed after a colon reads as one only at the end.
        items = sorted((self._told(fact, told[fact].value) for fact in shown), key=lambda item: ":" in item)
        more = len(told) - len(items)
        if more:
            return ", ".join(items) + self.texts.say("understood_more", count=more)
        return self.texts.say("understood_and").join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)

    def result(self, sentence: str) -> list[Reply]:
        """Point to the set, and offer to go on or to bring in a human."""
        shown = Reply(self.texts.say(sentence), {"kind": "result"})
        return [shown, Reply(self.texts.say("result_done"), self.offer("refine", "human"))]

    def offer(self, *commands: str) -> dict[str, Any]:
        """Return buttons for commands."""
        options = [{"label": self.texts.say(CHOICES[command]), "command": command} for command in commands]
        return {"kind": "choices", "options": options}

    def forgetting(self, told: Mapping[str, Value]) -> Reply:
        """Offer to forget what was told last, one by one, or everything."""
        options = [*self._forgettable(told), {"label": self.texts.say("choice_erase"), "command": "erase"}]
        return Reply(self.texts.say("delete_offer" if told else "delete_data"), {"kind": "choices", "options": options})

    def service(self, service: Service) -> Reply:
        """Say what a service is, who decides and how it begins."""
        fields = {"name": service.name_fi, "summary": service.summary_fi, "first_step": service.first_step_fi}
        return self.say("ask_service_known", decided=self._decided(service.decided_by), **fields)

    def _decided(self, by: str) -> str:
        """Who decides, as a sentence; where nobody does, what is said of that in place of a decider.

        The catalogue names the decider in ordinary Finnish in every language of the conversation.
        """
        plain = self.texts.spoken(FINNISH)
        nobody, decides = plain.say("no_decision"), plain.say("decides")
        if not by.startswith(nobody):
            return self.texts.say("decided_by", who=by)
        _, mark, rest = by.partition(";")
        rest = rest.strip() or by.partition(",")[2].strip()
        if mark and decides not in rest.split():
            rest = decides.join(f" {part} " for part in rest.rsplit(" ", 1)).strip()
        return f"{rest[:1].upper()}{rest[1:]}."

    def wrong(self, told: Mapping[str, Value]) -> Reply:
        """Ask which of the things that were told last is wrong."""
        options = [*self._forgettable(told), *self.offer("start")["options"]]
        return Reply(self.texts.say("correct_which"), {"kind": "choices", "options": options})

    def _forgettable(self, told: Mapping[str, Value]) -> list[dict[str, Any]]:
        return [
            {"label": self.texts.say("choice_forget", told=self._told(fact, value)), "fact": fact, "forget": True}
            for fact, value in told.items()
        ]

    def human(self, sentence: str = "human_offer") -> Reply:
        """Offer a human; the page opens the choice of what is shared. Outside service hours it says when."""
        return Reply(self.with_hours(sentence), {"kind": "handoff", "state": "offered", "position": None})

    def with_hours(self, sentence: str) -> str:
        """Return a sentence that names a human, with the service hours when nobody is there now."""
        said = self.texts.say(sentence)
        return f"{said} {self.texts.say('human_closed', hours=self.closed)}" if self.closed else said
