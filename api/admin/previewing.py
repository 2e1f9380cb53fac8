"""What a draft would do before anybody is touched: to the example people, to stored cases, to a person made up."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from api.admin.schemas import Preview, ToRead, Trial
from api.admin.views import difference_view, problems_view, read
from api.clock import now, today
from api.db import cases, facts
from api.product import Product
from domain.comparing import Effect, Told, compare
from domain.conditions import Line
from domain.differing import differences
from domain.editions import MODELS, Changes, Edition, parse_entry, with_changes
from domain.errors import Invalid, NotFound
from domain.facts import Facts, Vocabulary
from domain.guidance import Guidance, guide
from domain.matching import Finding
from domain.people import ExamplePerson
from domain.problems import Problem
from domain.reviewing import breaking, review
from domain.rules import Preference, Service, Verdict

DAYS = 90
MOST_CASES = 1_000
SMALLEST = 5
VERDICT = {Verdict.YES: "yes", Verdict.UNKNOWN: "unknown", Verdict.NO: "no"}


async def problems(product: Product, draft: int) -> dict[str, Any]:
    """Return every problem of a draft."""
    edition = (await product.editions.draft(draft)).edition
    on = today()
    found = await asyncio.to_thread(edition.once, ("review", on), lambda: review(edition, on=on))
    items = problems_view(found, edition)
    counts = {f"{kind}s": sum(one["severity"] == kind for one in items) for kind in ("error", "warning", "hint")}
    return {**counts, "items": items}


async def comparison(product: Product, draft: int) -> dict[str, Any]:
    """Return how a draft differs from the version that it is based on."""
    drafted = await product.editions.draft(draft)
    found = differences(drafted.base, drafted.edition, drafted.changes)
    return {"items": [difference_view(one) for one in found]}


async def effect(product: Product, draft: int, on: date | None) -> dict[str, Any]:
    """Return whom a draft touches among the example people. Raises Invalid when it cannot be evaluated."""
    drafted = await product.editions.draft(draft)
    _evaluable(drafted.edition)
    return await asyncio.to_thread(_effect, drafted.base, drafted.edition, drafted.edition.people, on or today())


async def effect_on_cases(product: Product, draft: int) -> dict[str, Any]:
    """Return how many stored cases of the last 90 days a draft touches; small numbers are not told."""
    drafted = await product.editions.draft(draft)
    _evaluable(drafted.edition)
    async with product.database.read() as db:
        found = await cases.since(db, now() - timedelta(days=DAYS), most=MOST_CASES)
    told = {case: _told(rows) for case, rows in found.items()}
    touched = await asyncio.to_thread(compare, drafted.base.book, drafted.edition.book, told, on=today())
    services = _services([drafted.base, drafted.edition], touched)
    kept = [one for one in services if max(one["gained"], one["lost"]) >= SMALLEST]
    hidden = [{**one, "gained": _told_count(one["gained"]), "lost": _told_count(one["lost"])} for one in kept]
    counts = {"looked_at": _told_count(len(told)), "changed": _told_count(len(touched))}
    return {"days": DAYS, **counts, "services": hidden if len(told) >= SMALLEST else []}


def _told(rows: Iterable[Any]) -> Told:
    kept = tuple(rows)
    return lambda vocabulary: facts.answers(kept, vocabulary)


def _told_count(count: int) -> int | None:
    """Return a count, or None when it is so small that it could point at somebody; none at all points at nobody."""
    return count if count >= SMALLEST or not count else None


async def preview(product: Product, draft: int, body: Preview) -> dict[str, Any]:
    """Return what unsaved changes would do. Nothing is saved."""
    drafted = await product.editions.draft(draft)
    after = with_changes(drafted.edition, body.changes)
    on = body.on or today()
    people = {i: p for i, p in after.people.items() if body.people is None or i in body.people}
    return await asyncio.to_thread(_preview, drafted.base, after, body.changes, people, on)


def _preview(
    before: Edition, after: Edition, changes: Changes, people: Mapping[str, ExamplePerson], on: date
) -> dict[str, Any]:
    only = changes.get("services", {}).keys() if changes.keys() <= {"services", "texts", "people"} else None
    found = review(after, on=on, only=only)
    return {
        "problems": problems_view(found, after),
        "comparison": [difference_view(one) for one in differences(before, after)],
        "effect": None if breaking(after.book) else _effect(before, after, people, on),
        "readings": {
            name: {i: read(after, after.entries(name).get(i)) for i in entries}
            for name, entries in changes.items()
            if name in ("services", "needs", "facts", "escalation")
        },
    }


def _effect(before: Edition, after: Edition, people: Mapping[str, ExamplePerson], on: date) -> dict[str, Any]:
    touched = compare(before.book, after.book, {i: person.told for i, person in people.items()}, on=on)
    names = _names([before, after])
    return {
        "on": on,
        "looked_at": len(people),
        "people": [
            {
                "id": one.person,
                "name": people[one.person].name,
                "gained": [{"id": i, "name": names[i]} for i in one.gained],
                "lost": [{"id": i, "name": names[i]} for i in one.lost],
            }
            for one in touched
        ],
        "services": _services([before, after], touched),
        "expectations": [found for one in touched for found in _broken(people[one.person], one)],
    }


def _names(editions: Iterable[Edition]) -> dict[str, str]:
    return {service.id: service.name_fi for edition in editions for service in edition.book.services}


def _services(editions: Iterable[Edition], touched: Iterable[Effect]) -> list[dict[str, Any]]:
    counts: dict[str, list[int]] = {}
    for one in touched:
        for side, ids in enumerate((one.gained, one.lost)):
            for i in ids:
                counts.setdefault(i, [0, 0])[side] += 1
    names = _names(editions)
    return [{"id": i, "name": names[i], "gained": g, "lost": lost} for i, (g, lost) in sorted(counts.items())]


def _broken(person: ExamplePerson, effect: Effect) -> Iterable[dict[str, str]]:
    """Yield what a professional expected of this person and what a change now breaks."""
    for i in effect.lost:
        if i in person.must_include:
            yield {"person": person.id, "service": i, "kind": "must_include", "reason_fi": ""}
    for avoided in person.must_not_include:
        if avoided.service in effect.gained:
            why = avoided.reason_fi
            yield {"person": person.id, "service": avoided.service, "kind": "must_not_include", "reason_fi": why}


async def reading(product: Product, draft: int, body: ToRead) -> dict[str, Any]:
    """Return an entry in plain Finnish, as the page has it."""
    edition = (await product.editions.draft(draft)).edition
    if body.collection not in MODELS:
        raise NotFound("collection_not_found")
    found: list[Problem] = []
    entry = parse_entry(body.collection, str(body.content.get("id", "")), body.content, found)
    if entry is None:
        raise Invalid("unreadable_entry", found)
    told = read(edition, entry)
    if told is None:
        raise NotFound("nothing_to_read")
    return told


async def trial(product: Product, draft: int, body: Trial) -> dict[str, Any]:
    """Return verdicts and reasons for a person made up. Raises Invalid for answers that cannot be."""
    drafted = await product.editions.draft(draft)
    edition = with_changes(drafted.edition, body.changes)
    _evaluable(edition)
    told = _answers(edition.book.vocabulary, body)
    return await asyncio.to_thread(_trial, edition, told, body.service, body.on or today())


def _answers(vocabulary: Vocabulary, body: Trial) -> Facts:
    return Facts.of(vocabulary, body.facts, declined=body.declined, dont_know=body.dont_know)


def _trial(edition: Edition, told: Facts, service: str | None, on: date) -> dict[str, Any]:
    guidance = guide(edition.book, told, on=on)
    phases = {step.service: step.phase for step in guidance.plan.suggested}
    wanted = [f for i, f in guidance.assessment.services.items() if _wanted(i, f, service, phases)]
    return {
        "set": list(phases),
        "needs": [
            {"id": found.need.id, "label": found.need.label_fi, "verdict": VERDICT[found.verdict]}
            for found in guidance.assessment.needs
        ],
        "services": [_finding(edition, guidance, found, phases) for found in wanted],
    }


def _wanted(service_id: str, found: Finding, service: str | None, phases: Mapping[str, str]) -> bool:
    if service is not None:
        return service_id == service
    return service_id in phases or found.verdict != Verdict.NO


def _finding(edition: Edition, guidance: Guidance, found: Finding, phases: Mapping[str, str]) -> dict[str, Any]:
    places = _places(found.service)
    labels = {left.service: left.reasons for left in guidance.plan.not_suggested}
    return {
        "id": found.service.id,
        "name": found.service.name_fi,
        "verdict": VERDICT[found.verdict],
        "in_set": found.service.id in phases,
        "phase": phases.get(found.service.id),
        "reasons": [
            {"text": reason.text, "verdict": VERDICT[reason.verdict], "path": places.get(id(reason.line))}
            for reason in found.reasons
        ],
        "why_not": [text for text, _ in labels.get(found.service.id, ())],
        "missing": [{"id": i, "label": edition.book.fact(i).label_fi} for i in found.missing],
    }


def _places(service: Service) -> dict[int, str]:
    """Return where each line stands, by its identity: the reasons hold the very lines of the service."""
    lines: dict[str, Line | Preference] = {
        f"ways.{number}.lines.{n}": line for number, way in enumerate(service.ways) for n, line in enumerate(way.lines)
    }
    lines |= {f"advisor_lines.{number}": line for number, line in enumerate(service.advisor_lines)}
    lines |= {f"preferring.{number}": line for number, line in enumerate(service.preferring)}
    return {id(line): place for place, line in lines.items()}


def _evaluable(edition: Edition) -> None:
    if found := breaking(edition.book):
        raise Invalid("cannot_be_evaluated", found)
