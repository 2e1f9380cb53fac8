"""Drafts: begun, saved entry by entry, merged with what others have published, given up and taken up again."""

from collections.abc import Mapping
from typing import Any

from api.admin.editions import Drafted
from api.admin.schemas import Content, Merge, NewDraft, Order, Resolution, Save
from api.admin.views import conflict_view, draft_row, draft_view, problems_view
from api.clock import now, today
from api.db import drafts, staff
from api.problems import Stale
from api.product import Product
from api.staff.access import Person
from domain.editions import Change, Changes, Edition, changes_between, with_changes
from domain.errors import Invalid, NotFound, Refused
from domain.merging import Choices, Conflicted, Path, Take, merge_changes
from domain.places import names_of
from domain.problems import Problem
from domain.reviewing import review

LONGEST_ID = 64
Merged = tuple[dict[str, dict[str, Change]], list[Conflicted]]


async def all_drafts(product: Product) -> dict[str, Any]:
    """Return every draft, last changed first."""
    newest = await product.editions.newest()
    async with product.database.read() as db:
        return {"items": [draft_row(row, newest) for row in await drafts.all_drafts(db)]}


async def begin(product: Product, person: Person, body: NewDraft) -> dict[str, Any]:
    """Begin a draft on the newest version, empty or with the content of an older version."""
    newest, moment = await product.editions.newest(), now()
    changes: Changes = {}
    if body.from_version is not None:
        older = await product.editions.version(body.from_version)
        changes = changes_between(await product.editions.version(newest), older)
    async with product.database.write() as db:
        row = await drafts.add(db, title=body.title, based_on=newest, author=person.name, at=moment)
        if changes:
            await drafts.save(db, row, changes, seen=0, by=person.name, at=moment)
        staff.audit(db, person.name, "draft_begun", None, at=moment, detail=f"draft {row.id}")
    return draft_view(await product.editions.draft(row.id))


async def save(product: Product, person: Person, draft: int, key: tuple[str, str], body: Save) -> dict[str, Any]:
    """Save one entry. Raises Invalid when it cannot be read, Stale when somebody was faster."""
    await _put(product, person, draft, {key[0]: {key[1]: body.content}}, body.revision)
    drafted = await product.editions.draft(draft)
    return {
        "revision": drafted.row.revision,
        "content": drafted.edition.plain(*key),
        "problems": of_entry(drafted.edition, key),
    }


async def delete(product: Product, person: Person, draft: int, key: tuple[str, str], revision: int) -> dict[str, int]:
    """Delete one entry from the draft."""
    if key[0] in ("interview", "order"):
        raise Refused("entry_needed")
    if key[1] not in (await product.editions.draft(draft)).edition.ids(key[0]):
        raise NotFound("entry_not_found")
    return {"revision": await _put(product, person, draft, {key[0]: {key[1]: None}}, revision)}


async def reset(product: Product, person: Person, draft: int, key: tuple[str, str], revision: int) -> dict[str, Any]:
    """Put one entry back to what it is in the version that the draft is based on."""
    content = (await product.editions.draft(draft)).base.plain(*key)
    return {
        "revision": await _put(product, person, draft, {key[0]: {key[1]: content}}, revision),
        "content": content,
    }


async def reorder(product: Product, person: Person, draft: int, collection: str, body: Order) -> dict[str, int]:
    """Give a collection a new order."""
    content: Content = {"id": collection, "value": body.ids}
    return {"revision": await _put(product, person, draft, {"order": {collection: content}}, body.revision)}


async def put_all(product: Product, person: Person, draft: int, changes: Changes, revision: int) -> int:
    """Save many entries at once, all or none; return the new revision."""
    return await _put(product, person, draft, changes, revision)


async def _put(product: Product, person: Person, draft: int, changes: Changes, revision: int) -> int:
    _storable(changes)
    drafted = await product.editions.draft(draft)
    # What is there is read once more with the change, so that a draft can always be read.
    edition = with_changes(drafted.edition, changes)
    moment = now()
    canonical = {name: {i: edition.plain(name, i) for i in entries} for name, entries in changes.items()}
    async with product.database.write() as db:
        row = await drafts.opened(db, draft)
        try:
            revision = await drafts.save(db, row, canonical, seen=revision, by=person.name, at=moment)
        except Stale as stale:
            raise _with_content(drafted, changes, stale) from None
        what = ", ".join(f"{name}/{i}" for name, entries in changes.items() for i in entries)
        staff.audit(db, person.name, "draft_saved", None, at=moment, detail=f"draft {draft}: {what}"[:500])
    return revision


def _storable(changes: Changes) -> None:
    keys = [(name, i) for name, entries in changes.items() for i in entries]
    if long := [
        Problem(f"{name}.{i[:LONGEST_ID]}", "bad_id", i[:LONGEST_ID]) for name, i in keys if len(i) > LONGEST_ID
    ]:
        raise Invalid("unreadable_entry", long)


def _with_content(drafted: Drafted, changes: Changes, stale: Stale) -> Stale:
    """Tell what is there now, also when it came by a merge and the draft itself says nothing of it."""
    if stale.newest["content"] is not None or len(changes) != 1:
        return stale
    collection, entries = next(iter(changes.items()))
    content = drafted.edition.plain(collection, next(iter(entries)))
    return Stale(stale.code, {**stale.newest, "content": content})


def of_entry(edition: Edition, key: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the problems of one entry."""
    place = f"{key[0]}.{key[1]}"
    only = [key[1]] if key[0] == "services" else []
    found = review(edition, on=today(), only=only)
    return problems_view((one for one in found if f"{one.place}.".startswith(f"{place}.")), edition)


async def discard(product: Product, person: Person, draft: int) -> dict[str, Any]:
    """Give a draft up; it can be taken up again."""
    return await _turn(product, person, draft, (drafts.OPEN, drafts.DISCARDED), "draft_discarded")


async def reopen(product: Product, person: Person, draft: int) -> dict[str, Any]:
    """Take a draft up again."""
    return await _turn(product, person, draft, (drafts.DISCARDED, drafts.OPEN), "draft_reopened")


async def _turn(product: Product, person: Person, draft: int, states: tuple[str, str], action: str) -> dict[str, Any]:
    moment = now()
    async with product.database.write() as db:
        row = await drafts.find(db, draft, lock=True)
        if row.state != states[0]:
            raise Refused("draft_in_other_state", row.state)
        row.state, row.updated = states[1], moment
        staff.audit(db, person.name, action, None, at=moment, detail=f"draft {draft}")
    return draft_view(await product.editions.draft(draft))


async def conflicts(product: Product, draft: int) -> dict[str, Any]:
    """Return what a merge with the newest version would meet. Nothing is changed."""
    drafted = await product.editions.draft(draft)
    merged, found = await _merge(product, drafted, {})
    names = names_of(drafted.edition)
    count = sum(len(entries) for entries in merged.values())
    return {"newest": drafted.newest, "merged": count, "conflicts": [conflict_view(one, names) for one in found]}


async def merge(product: Product, person: Person, draft: int, body: Merge) -> dict[str, Any]:
    """Bring a draft onto the newest version. Raises Stale with the conflicts that are not settled."""
    drafted = await product.editions.draft(draft)
    merged, found = await _merge(product, drafted, _choices(body.resolutions))
    if found:
        names = names_of(drafted.edition)
        raise Stale("conflicts_left", {"conflicts": [conflict_view(one, names) for one in found]})
    with_changes(await product.editions.version(drafted.newest), merged)
    moment = now()
    async with product.database.write() as db:
        row = await drafts.opened(db, draft)
        if row.revision != body.revision or row.based_on != drafted.row.based_on:
            raise Stale("stale_revision", {"revision": row.revision})
        await drafts.rebase(db, row, merged, on=drafted.newest, by=person.name, at=moment)
        staff.audit(db, person.name, "draft_merged", None, at=moment, detail=f"draft {draft} onto {drafted.newest}")
    return draft_view(await product.editions.draft(draft))


async def _merge(product: Product, drafted: Drafted, choices: Mapping[tuple[str, str], Choices]) -> Merged:
    newest = await product.editions.version(drafted.newest)
    sides = [
        {name: {i: edition.plain(name, i) for i in entries} for name, entries in drafted.changes.items()}
        for edition in (drafted.base, drafted.edition, newest)
    ]
    return merge_changes(sides[0], sides[1], sides[2], choices)


def _choices(resolutions: list[Resolution]) -> dict[tuple[str, str], dict[Path, Take]]:
    made: dict[tuple[str, str], dict[Path, Take]] = {}
    for one in resolutions:
        made.setdefault((one.collection, one.id), {})[tuple(one.path)] = Take(one.take, one.value)
    return made
