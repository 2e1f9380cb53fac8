"""The catalogue as a table: searched, filtered, sorted, each entry with its freshness, uses and problems."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.admin.editions import Drafted
from api.admin.views import problems_view, read
from api.clock import today
from api.product import Product
from domain.differing import label_of
from domain.editions import Edition
from domain.errors import NotFound
from domain.extras import Text
from domain.freshness import STATES, Freshness, freshness, freshness_of_check, recheck_of
from domain.municipalities import Area, Municipality
from domain.people import ExamplePerson
from domain.places import place_of
from domain.problems import Problem
from domain.reviewing import review, severity
from domain.reviewing_texts import review_selko
from domain.rules import Fact, Service
from domain.urgent_answers import HelpNumber
from domain.using import uses
from domain.wording import rule_words

LONGEST_LABEL = 80
PATIENCE = 0.25
PLACES = ("municipalities", "regions", "wellbeing_areas")  # in an order that says nothing
Sorting = Literal["name", "id", "group", "freshness", "problems"]
Found = Mapping[tuple[str, str], list[Problem]]


class Filters(BaseModel):
    """What of a collection to show, and in which order."""

    model_config = ConfigDict(frozen=True)

    q: str = Field(default="", max_length=200)
    group: str | None = None
    freshness: str | None = None
    problems: bool = False
    missing: Literal["selko", "sv", "en"] | None = None
    contents: bool = False
    sort: Sorting | None = None
    descending: bool = False
    offset: int = Field(default=0, ge=0)
    limit: int = Field(default=50, ge=1, le=200)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which edition a page asks for."""

    draft: int | None = None
    version: int | None = None


async def listing(product: Product, collection: str, asked: Asked, filters: Filters) -> dict[str, Any]:
    """Return one page of a collection with counts for its filters; while problems are looked for, they are null.

    With `contents` each entry comes whole, with what is wrong in it, and the revision to save it with.
    """
    drafted = None if asked.draft is None else await product.editions.draft(asked.draft)
    version, edition = await product.editions.chosen(asked.draft, asked.version)
    rows = _rows(edition, collection, today(), await _found(edition, today()))
    items = [one for one in rows if _lacks(edition, collection, one["id"], filters.missing) and _fits(one, filters)]
    facets = {
        "groups": Counter(one["group"] for one in items if one["group"]),
        "freshness": Counter(one["freshness"] for one in items if one["freshness"]),
    }
    items = [one for one in items if _chosen(one, filters)]
    sort = filters.sort or ("name" if collection in PLACES else None)
    if sort is not None:
        items.sort(key=SORT[sort], reverse=filters.descending)
    page = [
        one | {"changed": None if drafted is None else _change(drafted, collection, one["id"])}
        for one in items[filters.offset : filters.offset + filters.limit]
    ]
    if filters.contents:
        _add_contents(page, edition, collection)
    revision = None if drafted is None else drafted.row.revision
    head = {"version": version, "draft": asked.draft, "revision": revision}
    return head | {"total": len(items), "facets": facets, "items": page}


def _add_contents(page: Iterable[dict[str, Any]], edition: Edition, collection: str) -> None:
    wrong = _within(edition, collection, [one["id"] for one in page])
    for one in page:
        one["content"] = edition.plain(collection, one["id"])
        one["found"] = problems_view(wrong[one["id"]], edition)


def _lacks(edition: Edition, collection: str, entry: str, variant: str | None) -> bool:
    found = edition.entries(collection).get(entry) if variant == "selko" else None
    if isinstance(found, Fact | Service):
        return any(problem.code == "missing_variant" for problem in review_selko(entry, found))
    return variant is None or not (edition.plain(collection, entry) or {}).get(variant)


async def _found(edition: Edition, on: date) -> Found | None:
    """Return problems by entry, or None when looking for them takes longer than a page should wait."""
    task = edition.once(("finding", on), lambda: asyncio.create_task(asyncio.to_thread(_by_entry, edition, on)))
    done, _ = await asyncio.wait({task}, timeout=PATIENCE)
    return task.result() if done else None


def _by_entry(edition: Edition, on: date) -> Found:
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in edition.once(("review", on), lambda: review(edition, on=on)):
        place = place_of(problem.place)
        found.setdefault((place.collection, place.id), []).append(problem)
    return found


def _rows(edition: Edition, collection: str, on: date, found: Found | None) -> list[dict[str, Any]]:
    """Return all rows of a collection; they are not to be changed, since they are made once."""

    def rows() -> list[dict[str, Any]]:
        return [_item(edition, collection, i, on, found) for i in edition.ids(collection)]

    return edition.once(("rows", collection, on, found is None), rows)


def _item(edition: Edition, collection: str, entry: str, on: date, problems: Found | None) -> dict[str, Any]:
    found: Any = edition.entries(collection).get(entry) if collection not in ("interview", "order") else None
    fresh = _fresh(found, on)
    numbers = Counter(severity(one) for one in (problems or {}).get((collection, entry), ()))
    soft = recheck_of(getattr(found, "checked_on", None), getattr(found, "recheck_days", None))
    return {
        "id": entry,
        "label": _label(collection, entry, found),
        "known_as": _known_as(found),
        "group": _group(edition, found),
        "freshness": fresh and fresh.state,
        "checked_on": getattr(found, "checked_on", None),
        "recheck_on": getattr(found, "recheck_on", None) or soft,
        "valid_from": getattr(found, "valid_from", None),
        "valid_to": getattr(found, "valid_to", None),
        "source": getattr(found, "source", None),
        "used_in": len(uses(edition).get((collection, entry), ())),
        "problems": None if problems is None else {"error": numbers["error"], "warning": numbers["warning"]},
    }


def _group(edition: Edition, found: Any) -> str | None:
    if isinstance(found, Municipality):
        return next((area.name_fi for area in edition.book.regions if area.id == found.region), found.region)
    return getattr(found, "group", None) or getattr(found, "kind", None)


def _known_as(found: Any) -> list[str]:
    """Return by which other names an entry is looked for."""
    if isinstance(found, Municipality):
        return [found.name_sv, *found.former_names]
    return list(getattr(found, "aliases_fi", ()))


def _fresh(found: Any, on: date) -> Freshness | None:
    match found:
        case Service():
            return freshness(found, on)
        case HelpNumber() | Area():
            return freshness_of_check(found.checked_on, found.recheck_days, on)
        case _:
            return None


def _label(collection: str, entry: str, found: Any) -> str:
    match found:
        case None:
            words = rule_words().collections if collection == "order" else rule_words().fields
            return words.get(entry, entry)
        case ExamplePerson():
            return found.name
        case Text() as text:
            return text.fi[:LONGEST_LABEL]
        case _:
            named = (getattr(found, name, "") for name in ("name_fi", "label_fi", "fi"))
            return next((name for name in named if name), rule_words().fields.get(entry, entry))[:LONGEST_LABEL]


def _fits(item: Mapping[str, Any], filters: Filters) -> bool:
    words = filters.q.lower().split()
    told = rule_words().texts.get(item["id"], "")
    text = f"{item['id']} {item['label']} {told} {item['group'] or ''} {item['source'] or ''}"
    text = " ".join((text, *item["known_as"])).lower()
    return all(word in text for word in words)


def _chosen(item: Mapping[str, Any], filters: Filters) -> bool:
    return (
        (filters.group is None or item["group"] == filters.group)
        and (filters.freshness is None or item["freshness"] == filters.freshness)
        and (not filters.problems or bool(item["problems"] and any(item["problems"].values())))
    )


def _amount(item: Mapping[str, Any]) -> tuple[int, int]:
    numbers = item["problems"] or {"error": 0, "warning": 0}
    return -numbers["error"], -numbers["warning"]


SORT: Mapping[Sorting, Callable[[Mapping[str, Any]], Any]] = {
    "name": lambda item: item["label"].casefold(),
    "id": lambda item: item["id"],
    "group": lambda item: (item["group"] or "", item["label"].casefold()),
    "freshness": lambda item: STATES.index(item["freshness"] or "fresh"),
    "problems": _amount,
}


def _change(drafted: Drafted, collection: str, entry: str) -> str | None:
    if entry not in drafted.changes.get(collection, {}):
        return None
    old, new = drafted.base.plain(collection, entry), drafted.edition.plain(collection, entry)
    return None if old == new else "added" if old is None else "changed"


async def entry(product: Product, collection: str, entry_id: str, asked: Asked) -> dict[str, Any]:
    """Return one entry with what it was, where it is used, its problems and its reading. Raises NotFound."""
    drafted = None if asked.draft is None else await product.editions.draft(asked.draft)
    _, edition = await product.editions.chosen(asked.draft, asked.version)
    content = edition.plain(collection, entry_id)
    published = content if drafted is None else drafted.base.plain(collection, entry_id)
    if content is None and published is None:
        raise NotFound("entry_not_found")
    found = edition.entries(collection).get(entry_id) if collection not in ("interview", "order") else None
    return {
        "id": entry_id,
        "content": content,
        "revision": None if drafted is None else drafted.row.revision,
        "published": published,
        "changed": content != published,
        "used_in": list(_users(edition, collection, entry_id)),
        "problems": problems_view(_within(edition, collection, [entry_id])[entry_id], edition),
        "reading": read(edition, found),
    }


def _users(edition: Edition, collection: str, entry_id: str) -> Iterable[dict[str, str]]:
    for name, i in uses(edition).get((collection, entry_id), ()):
        yield {"collection": name, "id": i, "label": label_of(edition.plain(name, i) or {"id": i})}


def _within(edition: Edition, collection: str, ids: Sequence[str]) -> Mapping[str, list[Problem]]:
    """Return the problems of some entries by id; the whole catalogue is looked through only if it has been already."""
    on = today()
    finding = edition.made(("finding", on))
    if finding is not None and finding.done():
        return {i: finding.result().get((collection, i), []) for i in ids}
    found: dict[str, list[Problem]] = {i: [] for i in ids}
    for problem in review(edition, on=on, only=ids if collection == "services" else []):
        place = place_of(problem.place)
        if place.collection == collection and place.id in found:
            found[place.id].append(problem)
    return found


async def ageing(product: Product, days: int) -> dict[str, Any]:
    """Return the services, crisis numbers and areas that have to be checked within the days, most pressing first."""
    on, edition = today(), await product.editions.version(await product.editions.newest())
    dated = edition.once(("ageing", on), lambda: _dated(edition, on))
    near = [one for one in dated if one["days_left"] <= days]
    return {"items": sorted(near, key=lambda one: (one["days_left"], one["id"]))}


def _dated(edition: Edition, on: date) -> list[dict[str, Any]]:
    found = [_aged("services", one.id, one.name_fi, freshness(one, on), on) for one in edition.book.services]
    for collection in ("numbers", "regions", "wellbeing_areas"):
        for one in edition.entries(collection).values():
            if isinstance(one, HelpNumber | Area):
                fresh = freshness_of_check(one.checked_on, one.recheck_days, on)
                found.append(_aged(collection, one.id, one.name_fi, fresh, on))
    return [one for one in found if one["days_left"] is not None and one["state"] != "not_yet"]


def _aged(collection: str, entry_id: str, label: str, fresh: Freshness, on: date) -> dict[str, Any]:
    left = None if fresh.date is None else (fresh.date - on).days
    return {
        "collection": collection,
        "id": entry_id,
        "label": label,
        "state": fresh.state,
        "date": fresh.date,
        "days_left": left,
    }
