"""The end of a talk with an advisor: how it ended, what was agreed, when one looks again, and who goes on."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from actions.ports import Pending
from api.advisor import reach
from api.advisor.bodies import Closing as Body
from api.chat.outcomes import dialogue_from_json, dialogue_to_json
from api.clock import FINLAND, now, today
from api.db import handovers, messages, staff
from api.db.follow_ups import CHECK
from api.db.models.conversation import Conversation
from api.db.models.desk import Closing, FollowUp
from api.live.hub import QUEUE, Hint, desk_of
from api.product import Product
from api.staff.access import Person
from domain.conversations import Event, State, following
from domain.desk_words import outcomes
from domain.errors import Invalid
from domain.privacy import mask
from domain.problems import Problem
from domain.texts import Texts

MORNING = time(9)
EVENTS = {"end": Event.CLOSED, "assistant": Event.HANDED_BACK}
SENTENCES = {"end": "handoff_closed", "assistant": "handoff_handed_back"}


def codes() -> dict[str, Any]:
    """Return the codes of how a talk may end."""
    return {"items": [{"id": one.id, "label": one.label_fi} for one in outcomes()]}


async def close(product: Product, person: Person, conversation_id: str, body: Body) -> None:
    """End the talk; the same client_id again changes nothing. Raises Invalid, NotFound, Refused."""
    _check(body)
    async with product.database.write() as db:
        if body.client_id and await messages.numbered(db, conversation_id, str(body.client_id)) is not None:
            return
        conversation = await reach.own(db, person, conversation_id)
        moment = now()
        agreed = mask(body.agreed).text if body.agreed else None
        conversation.agreed = agreed or conversation.agreed
        db.add(Closing(conversation=conversation_id, staff=person.id, outcome=body.outcome, agreed=agreed, at=moment))
        await handovers.end(db, conversation, "closed", at=moment, by=person.id)
        conversation.state = following(State.ADVISOR, EVENTS[body.to])
        if body.follow_up_on is None:
            conversation.share = None
            conversation.contact = None
        else:
            db.add(_follow_up(conversation, person, body.follow_up_on, agreed))
        _recall(conversation)
        messages.append(db, conversation, *_told(product.texts.spoken(conversation.language), body, agreed), at=moment)
        staff.audit(db, person.name, "close", conversation_id, at=moment)
    for topic in (conversation_id, QUEUE, desk_of(person.id)):
        product.live.tell(Hint(topic, "changed"))


def due_on(day: date) -> datetime:
    """Return when something is due that was promised for a day."""
    return datetime.combine(day, MORNING, FINLAND)


def _check(body: Body) -> None:
    if body.outcome not in {one.id for one in outcomes()}:
        raise Invalid("unknown_outcome", [Problem("outcome", "unknown_value", body.outcome)])
    if body.follow_up_on is not None and body.follow_up_on < today():
        raise Invalid("past_day", [Problem("follow_up_on", "out_of_range", body.follow_up_on.isoformat())])


def _follow_up(conversation: Conversation, person: Person, day: date, agreed: str | None) -> FollowUp:
    return FollowUp(
        conversation=conversation.id,
        team=conversation.team,
        staff=person.id,
        kind=CHECK,
        due=due_on(day),
        text=agreed or "",
    )


def _recall(conversation: Conversation) -> None:
    """Whatever was pending before the talk is over; the assistant begins with what was agreed."""
    dialogue = replace(dialogue_from_json(conversation.dialogue), pending=Pending(), held=False, recalled=False)
    conversation.dialogue = dialogue_to_json(dialogue)


def _told(texts: Texts, body: Body, agreed: str | None) -> tuple[messages.New, messages.New]:
    """Return what tells the person how it goes on, and the question how it was."""
    say, day = texts.say, body.follow_up_on
    lines = [say(SENTENCES[body.to])]
    if agreed:
        lines.append(say("closing_agreed", agreed=agreed))
    if day:
        lines.append(say("closing_follow_up", day=f"{day.day}.{day.month}.{day.year}"))
    payload = {"kind": "handoff", "state": "closed", "position": None}
    key = str(body.client_id) if body.client_id else None
    ended = messages.New("system", "\n".join(lines), payload, client_id=key)
    return ended, messages.New("system", say("experience"), {"kind": "experience"})
