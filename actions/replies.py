"""What the assistant says: sentences from the texts, with the payload that the page draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.ports import Pending
from actions.taking import Taken
from domain.conditions import Value
from domain.facts import DECLINED, Facts, Known
from domain.labels import told_back
from domain.questions import Turn, question
from domain.rules import RuleBook
from domain.texts import Texts
from domain.tone import heavy

CHOICES = {
    "human": "choice_human",
    "refine": "choice_refine",
    "restart": "choice_restart",
    "result": "choice_result",
    "skip": "choice_skip",
    "start": "choice_continue",
}
ECHOED_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the assistant."""

    text: str
    payload: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """The sentences of one turn: the rule book gives questions and names, the texts give the rest."""

    book: RuleBook
    texts: Texts

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

    def confirm(self, fact: str, value: object, words: str) -> tuple[Reply, Pending]:
        """Ask whether a probable reading is right, before it counts."""
        text = self.texts.say("confirm", told=told_back(self.book.fact(fact), value, self.texts))
        options = [
            {"label": self.texts.say("confirm_yes"), "confirm": True},
            {"label": self.texts.say("confirm_no"), "confirm": False},
        ]
        payload = {"kind": "confirm", "fact": fact, "value": value, "words": words, "options": options}
        return Reply(text, payload), Pending(confirm=(fact, value))

    def echo(self, taken: Taken) -> Sequence[Reply]:
        """Tell what free text was taken to mean; a button needs no echo, a refusal gets a kind word."""
        if taken.forgotten:
            return [self.say("forgotten")]
        if taken.confirm_denied and not taken.learned:
            return [self.say("confirm_denied")]
        spoken = [one for one in taken.learned if one.words is not None]
        told = {one.fact: one.answer for one in spoken if isinstance(one.answer, Known)}
        if told:
            sentence = "corrected" if taken.corrected else "understood"
            felt = [self.texts.say("heavy")] if heavy(self.book, told) else []
            return [Reply(" ".join([*felt, self.texts.say(sentence, facts=self._listed(told))]))]
        if spoken:
            return [self.say("noted_declined" if spoken[0].answer is DECLINED else "noted_dont_know")]
        return []

    def _told(self, fact: str, value: Value) -> str:
        return told_back(self.book.fact(fact), value, self.texts)

    def _listed(self, told: Mapping[str, Known]) -> str:
        """The heaviest first, so that it is not what is left out when there is too much to repeat."""
        order = sorted(told, key=lambda fact: not heavy(self.book, {fact: told[fact]}))
        items = [self._told(fact, told[fact].value) for fact in order[:ECHOED_AT_MOST]]
        more = len(told) - len(items)
        return ", ".join(items) + (self.texts.say("understood_more", count=more) if more else "")

    def result(self, sentence: str) -> list[Reply]:
        """Point to the set, and offer to go on or to bring in a human."""
        shown = Reply(self.texts.say(sentence), {"kind": "result"})
        return [shown, Reply(self.texts.say("result_done"), self.offer("refine", "human"))]

    def offer(self, *commands: str) -> dict[str, Any]:
        """Return buttons for commands."""
        options = [{"label": self.texts.say(CHOICES[command]), "command": command} for command in commands]
        return {"kind": "choices", "options": options}

    def forgetting(self, told: Mapping[str, Value]) -> Reply:
        """Offer to forget what was told last, one by one, or to go on."""
        options: list[dict[str, Any]] = [
            {"label": self.texts.say("choice_forget", told=self._told(fact, value)), "fact": fact, "forget": True}
            for fact, value in told.items()
        ]
        options.append({"label": self.texts.say("choice_continue"), "command": "start"})
        return Reply(self.texts.say("delete_offer"), {"kind": "choices", "options": options})

    def human(self, sentence: str = "human_offer") -> Reply:
        """Offer a human; the page opens the choice of what is shared."""
        return Reply(self.texts.say(sentence), {"kind": "handoff", "state": "offered", "position": None})
