"""A dialogue with the actions alone: intents and facts in, replies out, state kept as the product keeps it."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

from actions.executor import build
from actions.ports import Case, Dialogue, Outcome
from domain.facts import Facts
from domain.rules import RuleBook
from domain.texts import Texts
from domain.urgent_answers import UrgentAnswers

TODAY = date(2026, 11, 21)


class Kept:
    """Cases and rule books in memory; applies an outcome as the last transaction of a turn does."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self.case = Case("c", Facts(), Dialogue())
        self.outcome: Outcome | None = None

    async def published(self, on: date) -> RuleBook:
        return self.book

    async def open(self, conversation: str, turn: str) -> Case:
        return self.case

    async def conclude(self, turn: str, outcome: Outcome) -> None:
        self.outcome = outcome
        facts = self.case.facts
        for one in outcome.learned:
            facts = facts.with_answer(one.fact, one.answer)
        for fact in outcome.forgotten:
            facts = facts.without(fact)
        self.case = replace(self.case, facts=facts, dialogue=outcome.dialogue)


class Talk:
    """One person's dialogue."""

    def __init__(self, book: RuleBook) -> None:
        self.kept = Kept(book)
        self.texts = Texts.load()
        self.closed: str | None = None
        self.executor = build(
            self.kept,
            self.kept,
            self.texts,
            lambda: TODAY,
            closed=lambda: self.closed,
            urgent_answers=UrgentAnswers.load,
        )

    def hears(self, action: str, intent: str = "inform", text: str = "", *entities: Any, **metadata: Any) -> list[Any]:
        """Run one action and return its replies as (text, payload)."""
        message = {
            "intent": {"name": intent},
            "entities": list(entities),
            "text": text,
            "metadata": {"turn": "c:2", **metadata},
        }
        tracker = {"sender_id": "c", "slots": {}, "latest_message": message, "events": []}
        call = {"next_action": action, "sender_id": "c", "tracker": tracker, "domain": {}}
        result = asyncio.run(self.executor.run(call))
        assert result is not None
        return [(reply["text"], reply.get("custom") or {}) for reply in result.responses]

    def known(self) -> dict[str, Any]:
        return self.kept.case.facts.known()

    def agreed(self, words: str) -> None:
        """An advisor has agreed on something with the person."""
        self.kept.case = replace(self.kept.case, agreed=words)

    def said(self, sentence: str, **fields: str) -> str:
        return self.texts.say(sentence, **fields)


def told(fact: str, value: Any, **more: Any) -> dict[str, Any]:
    """One fact as the understanding gives it."""
    return {"entity": "fact", "value": {"fact": fact, "value": value, "words": "omat sanat", **more}}


def refused(fact: str) -> dict[str, Any]:
    """One fact that is declined, as the understanding gives it."""
    return {"entity": "refused", "value": {"fact": fact}}


def kinds(replies: list[Any]) -> list[str | None]:
    """The kinds of the replies' payloads, in order."""
    return [payload.get("kind") for _, payload in replies]


def asked(replies: list[Any]) -> list[str]:
    """The facts that the replies ask for."""
    return [fact for _, payload in replies if payload.get("kind") == "question" for fact in payload["facts"]]
