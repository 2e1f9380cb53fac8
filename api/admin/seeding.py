"""A newer default catalogue beside what editors have published: offered as a draft, never put in its place."""

from collections.abc import Callable
from dataclasses import replace

from api.admin.editions import Editions
from api.clock import now
from api.db import drafts, rulebooks
from api.db.engine import Database
from domain.editions import Change, Edition, changes_between
from domain.merging import Path, Take, merge_changes
from domain.rules import RuleBook
from domain.wording import rule_words


async def offer(database: Database, editions: Editions, load: Callable[[], RuleBook]) -> int | None:
    """Make a draft of what is new in the default catalogue since it was last taken in; return its number.

    Where editors have changed the same place, theirs stays. None when there is nothing new or it is offered already.
    """
    async with database.read() as db:
        seeded, newest = await rulebooks.last_seed(db), await editions.newest()
        if seeded is None or seeded.version == newest:
            return None
        book = load()
        digest = rulebooks.digest(book)
        offered = {row.note for row in await drafts.all_drafts(db) if row.author == rulebooks.SEED_AUTHOR}
    if seeded.digest == digest or digest in offered:
        return None
    changes = _merged(await editions.version(seeded.version), await editions.version(newest), book)
    if not changes:
        return None
    title, moment = rule_words().seed_title, now()
    async with database.write() as db:
        row = await drafts.add(db, title=title, based_on=newest, author=rulebooks.SEED_AUTHOR, at=moment, note=digest)
        await drafts.save(db, row, changes, seen=0, by=rulebooks.SEED_AUTHOR, at=moment)
    return row.id


def _merged(before: Edition, newest: Edition, book: RuleBook) -> dict[str, dict[str, Change]]:
    seed = replace(before, book=book)
    changes = changes_between(before, seed)
    sides = [
        {name: {i: edition.plain(name, i) for i in entries} for name, entries in changes.items()}
        for edition in (before, seed, newest)
    ]
    merged, conflicts = merge_changes(sides[0], sides[1], sides[2], {})
    choices: dict[tuple[str, str], dict[Path, Take]] = {}
    for one in conflicts:
        choices.setdefault((one.collection, one.entry), {})[one.conflict.path] = Take("theirs")
    return merge_changes(sides[0], sides[1], sides[2], choices)[0] if conflicts else merged
