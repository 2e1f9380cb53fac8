"""One case as its advisor sees it: the talk, the facts, the set, and what is still open for a professional."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor import reach, views
from api.chat import plans as cards
from api.chat import suggesting
from api.chat.views import shared_as
from api.clock import now, today
from api.db import facts, plans, staff
from api.db.models.conversation import Conversation, FactRow
from api.db.models.desk import Closing
from api.product import Product
from api.staff.access import Person
from domain.conversations import State
from domain.desk_words import desk_labels, outcomes
from domain.facts import Facts
from domain.plan_card import Card, draft, veiled
from domain.rules import RuleBook

CHANGES = 5
BY_HAND = ("advisor", "visitor")


async def look(product: Product, person: Person, conversation_id: str) -> dict[str, Any]:
    """Return a conversation that the advisor has or could take; the look is written down."""
    book = await product.rulebooks.published(today())
    async with product.database.write() as db:
        conversation = await reach.seen(db, person, conversation_id)
        staff.audit(db, person.name, "look", conversation_id, at=now())
        if conversation.advisor == person.id and conversation.state == State.ADVISOR:
            conversation.advisor_seen = conversation.last_seq
            conversation.lease_until = now() + reach.lease(product)
        view = await views.conversation_view(product, db, conversation, book)
        return view | await _beside(db, conversation, book, view)


async def _beside(db: AsyncSession, conversation: Conversation, book: RuleBook, view: dict[str, Any]) -> dict[str, Any]:
    """Return what stands beside the talk; all of it rests on what is shared."""
    suggestion = view["suggestion"]
    rows = views.shared(await facts.rows(db, conversation.id), conversation, book.vocabulary)
    return {
        "needs": suggestion["needs"] if suggestion else [],
        "open_questions": _open_questions(suggestion, conversation, book),
        "choices": await shown_choices(db, conversation, suggestion),
        "changed": _changed(rows, view["facts"]),
        "plan": await plan_view(db, conversation, book, suggestion),
        "notes": [note_view(note, name) for note, name in await plans.notes(db, conversation.id)],
        "earlier": [_ended(one) for one in await plans.earlier(db, conversation)],
    }


async def plan_view(
    db: AsyncSession, conversation: Conversation, book: RuleBook, suggestion: dict[str, Any] | None
) -> dict[str, Any]:
    """Return the card as far as it is shared, or what to begin it from."""
    plan = await plans.find(db, conversation.id)
    shown = shown_services(suggestion, conversation)
    first = None
    if plan is None:
        chosen = await shown_choices(db, conversation, suggestion)
        accepted = [one["service"] for one in chosen if one["choice"] == "accept"]
        first = draft(suggestion, accepted) if suggestion else Card()
    return cards.view(book, plan, first, lambda card: veiled(card, shown))


def shown_services(suggestion: dict[str, Any] | None, conversation: Conversation) -> frozenset[str] | None:
    """Return the services that the shared facts lead to; None, where all is shared, for every one."""
    if not views.withheld_kinds(conversation):
        return None
    return frozenset(one["service"] for one in suggestion["suggested"]) if suggestion else frozenset()


async def shown_choices(
    db: AsyncSession, conversation: Conversation, suggestion: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """Return the person's word on services; where something is withheld, only on what the shared facts lead to."""
    chosen = await suggesting.choices(db, conversation.id)
    if not views.withheld_kinds(conversation):
        return chosen
    shown = shown_services(suggestion, conversation) or frozenset()
    return [one | {"reason": None} for one in chosen if one["service"] in shown]


def _open_questions(
    suggestion: dict[str, Any] | None, conversation: Conversation, book: RuleBook
) -> dict[str, list[dict[str, Any]]]:
    """Return what to ask the person (a fact that decides something) and what to weigh as a professional."""
    if suggestion is None:
        return {"ask": [], "weigh": []}
    asked: dict[str, dict[str, Any]] = {}
    withheld = views.withheld_kinds(conversation)
    waiting = [*suggestion["suggested"], *(one for one in suggestion["undecided"] if one["needs"])]
    for service in waiting:
        for fact in service["missing"]:
            spec = book.vocabulary[fact["fact"]]
            if shared_as(spec) in withheld or not spec.question_fi:
                continue
            named = {"fact": spec.id, "label": desk_labels().of(spec).label_fi, "services": []}
            asked.setdefault(spec.id, named)["services"].append(service["name"])
    weigh = [
        {"service": one["service"], "name": one["name"], "questions": one["open_questions"]}
        for one in suggestion["suggested"]
        if one["open_questions"]
    ]
    return {"ask": sorted(asked.values(), key=lambda one: -len(one["services"])), "weigh": weigh}


def note_view(note: Any, name: str) -> dict[str, Any]:
    """Return one note with its writer."""
    return {"id": note.id, "by": name, "text": note.text, "at": _iso(note.at)}


def known_of(rows: list[FactRow], conversation: Conversation, book: RuleBook) -> Facts:
    """Return the facts that are shared."""
    return facts.answers(views.shared(rows, conversation, book.vocabulary), book.vocabulary)


def set_of(rows: list[FactRow], conversation: Conversation, book: RuleBook) -> dict[str, Any] | None:
    """Return the set that rests on the shared facts."""
    known = known_of(rows, conversation, book)
    return suggesting.view_of(book, known, suggesting.signals(conversation)) if known.answers else None


def _changed(rows: list[FactRow], shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the facts that were put right by hand lately, newest first."""
    by_fact = {one["fact"]: one for one in shown}
    hand = [row for row in rows if row.by in BY_HAND and row.words is None and row.fact in by_fact]
    newest = sorted(hand, key=lambda row: row.at, reverse=True)[:CHANGES]
    return [{"fact": row.fact, "label": by_fact[row.fact]["label"], "by": row.by, "at": _iso(row.at)} for row in newest]


def _ended(closing: Closing) -> dict[str, Any]:
    labels = {one.id: one.label_fi for one in outcomes()}
    outcome = {"id": closing.outcome, "label": labels.get(closing.outcome, closing.outcome)}
    return {"at": _iso(closing.at), "outcome": outcome, "agreed": closing.agreed}


def _iso(moment: Any) -> str:
    return str(moment.isoformat()).replace("+00:00", "Z")
