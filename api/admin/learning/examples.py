"""Messages to learn from, and what editors make of them."""

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from api.admin.learning.material import held_out, vocabulary
from api.admin.learning.schemas import NewExample, Settled
from api.clock import now
from api.db import learning, staff
from api.db.models.learning import LearningExample
from api.product import Product
from api.staff.access import Person
from domain.errors import Invalid, NotFound, Refused
from domain.learning import Example, faults
from domain.privacy import mask
from domain.problems import Problem

TAUGHT = "taught"
_CONTENT: TypeAdapter[Example] = TypeAdapter(Example)


async def messages(product: Product, person: Person) -> dict[str, Any]:
    """Return the messages that may be learned from, and how many others there are; reading them is written down."""
    async with product.database.write() as db:
        found = await learning.messages(db)
        withheld = await learning.withheld(db)
        staff.audit(db, person.name, "learning_messages_read", None, at=now(), detail=str(len(found)))
    items = [{**asdict(one), "text": mask(one.text).text, "at": one.at.isoformat()} for one in found]
    return {"items": items, "withheld": withheld}


async def settle(product: Product, person: Person, conversation: str, seq: int, body: Settled) -> None:
    """Put a message aside, or take it up again. Raises NotFound where there is none that may be used."""
    moment = now()
    async with product.database.write() as db:
        if not await learning.usable(db, conversation, seq):
            raise NotFound("message_not_found")
        await learning.review(db, conversation, seq, body.state, by=person.name, at=moment)
        action = "message_dismissed" if body.state else "message_reopened"
        staff.audit(db, person.name, action, conversation, at=moment, detail=str(seq))


async def examples(product: Product) -> list[dict[str, Any]]:
    """Return what has been taught, newest first."""
    async with product.database.read() as db:
        return [_view(row) for row in await learning.examples(db)]


async def add(product: Product, person: Person, body: NewExample) -> dict[str, Any]:
    """Keep an example. Raises Invalid with every fault, Refused where the writer has not agreed."""
    found = faults(body.content, vocabulary(), held_out())
    if _names_somebody(body):
        found.append(Problem("text", "personal"))
    if found:
        raise Invalid("invalid_example", found)
    moment, source = now(), body.source
    async with product.database.write() as db:
        if source is not None and not await learning.usable(db, source.conversation, source.seq):
            raise Refused("not_agreed")
        row = LearningExample(content=body.content.model_dump(mode="json"), author=person.name, at=moment)
        if source is not None:
            row.conversation, row.seq = source.conversation, source.seq
            await learning.review(db, source.conversation, source.seq, TAUGHT, by=person.name, at=moment)
        db.add(row)
        await db.flush()
        staff.audit(db, person.name, "example_added", row.conversation, at=moment, detail=f"example {row.id}")
        return _view(row)


async def remove(product: Product, person: Person, example: int) -> None:
    """Forget an example; models that have learned it keep it until the next training. Raises NotFound."""
    async with product.database.write() as db:
        row = await db.get(LearningExample, example)
        if row is None:
            raise NotFound("example_not_found")
        await db.delete(row)
        staff.audit(db, person.name, "example_removed", row.conversation, at=now(), detail=f"example {example}")


def content_of(row: LearningExample) -> Example:
    """Return a stored example."""
    return _CONTENT.validate_python(row.content)


def _names_somebody(body: NewExample) -> bool:
    """Whether an identity code, an address or the like stands in what is to be taught."""
    return any(mask(str(text)).found for key, text in body.content.model_dump().items() if key in {"text", "written"})


def _view(row: LearningExample) -> dict[str, Any]:
    from_talk = row.conversation is not None
    return {
        "id": row.id,
        "content": row.content,
        "from_message": from_talk,
        "author": row.author,
        "at": row.at.isoformat(),
    }
