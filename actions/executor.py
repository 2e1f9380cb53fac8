"""Puts the actions together for rasa_sdk."""

from collections.abc import Callable
from datetime import date

from rasa_sdk.executor import ActionExecutor

from actions.answers import NotUnderstood, Refine, Skip, Start, Take
from actions.ports import Cases, RuleBooks
from actions.requests import AskService, DeleteData, Human, OfferRestart, Restart, ShowResult, Why
from actions.speaking import Repeat
from actions.talk import Goodbye, Help, OfferHuman, Say
from actions.turns import Desk, TurnAction
from domain.texts import Texts
from domain.urgent_answers import UrgentAnswers

PLAIN: tuple[type[TurnAction], ...] = (
    Take,
    NotUnderstood,
    Skip,
    Start,
    Refine,
    Why,
    Human,
    ShowResult,
    OfferRestart,
    Restart,
    AskService,
    DeleteData,
    Help,
    Goodbye,
    Repeat,
)


def build(
    cases: Cases,
    rulebooks: RuleBooks,
    texts: Texts,
    today: Callable[[], date],
    *,
    closed: Callable[[], str | None],
    urgent_answers: Callable[[], UrgentAnswers],
) -> ActionExecutor:
    """Return an executor that knows every action of the bot's domain."""
    desk = Desk(cases, rulebooks, texts, today, closed, urgent_answers)
    executor = ActionExecutor()
    for action in PLAIN:
        executor.register_action(action(desk))
    for name in Say.SENTENCES:
        executor.register_action(Say(desk, name))
    for name in OfferHuman.SENTENCES:
        executor.register_action(OfferHuman(desk, name))
    return executor
