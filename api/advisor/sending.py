"""What an advisor sends into the chat with one click: a service, a question, a link, a ready reply."""

from typing import Any

from api.advisor import reach, views
from api.advisor.bodies import Sending
from api.chat.views import shared_as
from api.clock import now, today
from api.db import facts, messages, staff
from api.db.models.conversation import Conversation, FactRow
from api.live.hub import Hint, desk_of
from api.problems import Forbidden
from api.product import Product
from api.staff.access import Person
from domain.desk_words import blanks, ready_replies
from domain.errors import Invalid
from domain.privacy import mask
from domain.problems import Problem
from domain.questions import Turn, control, question
from domain.rules import RuleBook, Service

FIELDS = frozenset({"nimi", "kunta", "neuvoja"})


def replies() -> dict[str, Any]:
    """Return the ready replies with their shortcuts and blanks."""
    listed = [
        {"id": one.id, "shortcut": one.shortcut, "label": one.label_fi, "text": one.text_fi} for one in ready_replies()
    ]
    return {"items": listed, "fields": sorted(FIELDS)}


async def send(product: Product, person: Person, conversation_id: str, body: Sending) -> int:
    """Send one thing and return its number; the same client_id again gives the same number."""
    book = await product.rulebooks.published(today())
    async with product.database.write() as db:
        conversation = await reach.own(db, person, conversation_id)
        known = await messages.numbered(db, conversation_id, str(body.client_id))
        if known is not None:
            return known
        spoken = book.spoken(conversation.language)
        text, payload = _content(product, conversation, await facts.rows(db, conversation_id), spoken, body)
        said = messages.New("advisor", text, payload, author_name=person.name, client_id=str(body.client_id))
        seq = messages.append(db, conversation, said, at=now())
        conversation.advisor_seen = seq
        conversation.lease_until = now() + reach.lease(product)
        staff.audit(db, person.name, "send", conversation_id, at=now())
    product.metrics.messages.labels("advisor").inc()
    for topic in (conversation_id, desk_of(person.id)):
        product.live.tell(Hint(topic, "changed"))
    return seq


def _content(
    product: Product, conversation: Conversation, rows: list[FactRow], book: RuleBook, body: Sending
) -> tuple[str, dict[str, Any] | None]:
    if body.kind == "service":
        service = next((one for one in book.services if one.id == body.service), None)
        if service is None:
            raise Invalid("unknown_service", [Problem("service", "unknown_service", str(body.service))])
        texts = product.texts.spoken(conversation.language)
        return texts.say("sent_service", name=service.name_fi), _service(service)
    if body.kind == "question":
        return _question(conversation, rows, book, str(body.fact))
    if body.kind == "link":
        if not body.title:
            raise Invalid("text_empty", [Problem("title", "string_too_short")])
        return mask(body.title).text, {"kind": "link", "title": body.title, "url": body.url}
    text = body.text or ""
    if not text:
        raise Invalid("text_empty", [Problem("text", "string_too_short")])
    if left := [name for name in blanks(text) if name in FIELDS]:
        raise Invalid("blank_left", [Problem("text", "blank_left", left[0])])
    return mask(text).text, None


def _service(service: Service) -> dict[str, Any]:
    return {
        "kind": "service",
        "service": service.id,
        "name": service.name_fi,
        "summary": service.summary_fi,
        "first_step": service.first_step_fi,
        "decided_by": service.decided_by,
        "url": service.official_url,
    }


def _question(conversation: Conversation, rows: list[FactRow], book: RuleBook, fact: str) -> tuple[str, dict[str, Any]]:
    """Return the catalogue's own question; its answer becomes a fact though the bot is silent."""
    if fact not in book.vocabulary or not book.vocabulary[fact].question_fi:
        raise Invalid("not_askable", [Problem("fact", "not_askable", fact)])
    spec = book.vocabulary[fact]
    if shared_as(spec) in views.withheld_kinds(conversation):
        raise Forbidden("not_shared")
    turn = Turn(
        facts=(fact,),
        screen=None,
        control=control(spec),
        sensitivity=spec.sensitivity,
        step=0,
        steps=0,
        step_label_fi="",
        done=0,
        why_fi=spec.help_fi or "",
        shows_result=False,
    )
    asked = question(book, turn, facts.answers(rows, book.vocabulary))
    return asked.text, {**asked.payload, "skippable": False, "progress": None}
