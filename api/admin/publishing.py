"""From a draft to a version: handed over, given back, approved by a second person, undone."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.admin.editions import Drafted
from api.admin.schemas import Publication, Restoration, Submission
from api.admin.views import changed_entries, draft_view
from api.clock import now, today
from api.db import drafts, rulebooks, staff
from api.db.models.rules import DraftRow, RulebookRow
from api.db.rulebooks import Approval
from api.problems import Forbidden, Stale
from api.product import Product
from api.staff.access import Person
from api.staff.roles import Role
from domain.editions import Edition, changes_between, extras_of
from domain.errors import Invalid, NotFound, Refused
from domain.problems import Problem
from domain.reviewing import blocking


async def submit(product: Product, person: Person, draft: int, body: Submission) -> dict[str, Any]:
    """Hand a draft over to be approved. Raises Invalid with every problem that stands in the way."""
    drafted = await product.editions.draft(draft)
    _ready(drafted, today())
    moment = now()
    async with product.database.write() as db:
        row = await drafts.opened(db, draft)
        await _unchanged(db, row, body.revision)
        row.state, row.submitted_by, row.returned_note = drafts.SUBMITTED, person.name, None
        row.note, row.updated = body.note, moment
        staff.audit(db, person.name, "draft_submitted", None, at=moment, detail=f"draft {draft}")
    return draft_view(await product.editions.draft(draft))


async def withdraw(product: Product, person: Person, draft: int) -> dict[str, Any]:
    """Take a submitted draft back to go on with it."""
    return await _back(product, person, draft, "draft_withdrawn", None)


async def give_back(product: Product, person: Person, draft: int, note: str) -> dict[str, Any]:
    """Give a submitted draft back to its editors with the reason."""
    return await _back(product, person, draft, "draft_returned", note)


async def _back(product: Product, person: Person, draft: int, action: str, note: str | None) -> dict[str, Any]:
    moment = now()
    async with product.database.write() as db:
        row = await drafts.find(db, draft, lock=True)
        if row.state != drafts.SUBMITTED:
            raise Refused("not_submitted", row.state)
        row.state, row.returned_note, row.updated = drafts.OPEN, note, moment
        staff.audit(db, person.name, action, None, at=moment, detail=f"draft {draft}")
    return draft_view(await product.editions.draft(draft))


async def publish(product: Product, person: Person, draft: int, body: Publication) -> dict[str, Any]:
    """Publish a draft as the next version. With four eyes, none of its editors may do so."""
    drafted = await product.editions.draft(draft)
    _may_publish(product, person, drafted)
    _not_past(body.effective_from)
    _ready(drafted, body.effective_from)
    async with product.database.write() as db:
        last = await _last(db)
        row = await drafts.find(db, draft, lock=True)
        if row.state not in _states(product):
            raise Refused("not_submitted", row.state)
        await _unchanged(db, row, body.revision)
        if body.effective_from.isoformat() < last.effective_from:
            raise Refused("before_newest", last.effective_from)
        version = await _add(db, person, drafted, body)
        row.state, row.published_as, row.updated = drafts.PUBLISHED, version, now()
        eyes = "" if product.settings.four_eyes else ", one person"
        _audit(db, person, "rules_published", version, f"draft {draft}, from {body.effective_from}{eyes}")
    return {"version": version, "effective_from": body.effective_from}


async def _add(db: AsyncSession, person: Person, drafted: Drafted, body: Publication) -> int:
    approval = Approval(
        kind="edit",
        approver=person.name,
        based_on=drafted.row.based_on,
        extras=extras_of(drafted.edition),
        changed=[[one["collection"], one["id"], one["change"]] for one in changed_entries(drafted)],
    )
    return await rulebooks.publish(
        db,
        drafted.edition.book,
        author=drafted.row.author,
        note=body.note or drafted.row.note,
        effective_from=body.effective_from,
        at=now(),
        approval=approval,
    )


async def restore(product: Product, person: Person, number: int, body: Restoration) -> dict[str, Any]:
    """Publish the content of an older version again, as a new version; it has been approved once."""
    _may_approve(product, person)
    _not_past(body.effective_from)
    edition = await product.editions.version(number)
    newest = await product.editions.newest()
    changed = _changed(await product.editions.version(newest), edition)
    if not changed:
        raise Refused("nothing_changed")
    async with product.database.write() as db:
        if (await _last(db)).version != newest:
            raise Refused("stale_version")
        approval = Approval("undo", person.name, newest, extras_of(edition), changed)
        version = await rulebooks.publish(
            db,
            edition.book,
            author=person.name,
            note=body.note,
            effective_from=body.effective_from,
            at=now(),
            approval=approval,
        )
        _audit(db, person, "rules_restored", version, f"content of {number}, from {body.effective_from}")
    return {"version": version, "effective_from": body.effective_from}


def _changed(before: Edition, after: Edition) -> list[list[str]]:
    found = []
    for collection, entries in changes_between(before, after).items():
        old = set(before.ids(collection))
        for entry, content in entries.items():
            change = "deleted" if content is None else "changed" if entry in old else "added"
            found.append([collection, entry, change])
    return found


def _audit(db: AsyncSession, person: Person, action: str, version: int, how: str) -> None:
    staff.audit(db, person.name, action, None, at=now(), detail=f"version {version}: {how}")


def _ready(drafted: Drafted, on: date) -> None:
    """Refuse a draft that is stale, changes nothing, or would break something."""
    if drafted.row.based_on != drafted.newest:
        raise Stale("stale_draft", {"version": drafted.newest})
    if not changed_entries(drafted):
        raise Refused("nothing_changed")
    if problems := blocking(drafted.edition, on=on):
        raise Invalid("not_publishable", problems)


async def _unchanged(db: AsyncSession, row: DraftRow, revision: int) -> None:
    """Refuse when the draft or the published rules have moved on since the caller looked."""
    if row.revision != revision:
        raise Stale("stale_revision", {"revision": row.revision})
    newest = await rulebooks.newest(db)
    if row.based_on != newest:
        raise Stale("stale_draft", {"version": newest})


async def _last(db: AsyncSession) -> RulebookRow:
    """Return the newest version; whoever publishes at the same time waits here."""
    row = await rulebooks.last(db)
    if row is None:
        raise NotFound("no_rules")
    return row


def _may_publish(product: Product, person: Person, drafted: Drafted) -> None:
    _may_approve(product, person)
    if product.settings.four_eyes and person.name in drafted.editors:
        raise Forbidden("own_draft")


def _may_approve(product: Product, person: Person) -> None:
    if product.settings.four_eyes and person.role != Role.APPROVER:
        raise Forbidden("second_person_needed")


def _states(product: Product) -> tuple[str, ...]:
    return (drafts.SUBMITTED,) if product.settings.four_eyes else (drafts.SUBMITTED, drafts.OPEN)


def _not_past(effective_from: date) -> None:
    if effective_from < today():
        raise Invalid("invalid_request", [Problem("effective_from", "in_the_past", effective_from.isoformat())])
