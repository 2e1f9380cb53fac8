"""The services as Open Referral's Human Services Data Specification 3: a page of services, as its API gives them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from domain.editions import Edition
from domain.reading import line_text
from domain.rules import RuleBook, Service

OURS = uuid5(NAMESPACE_URL, "palvelupolku")
AGE = "ika"


def services_of(edition: Edition, on: date) -> dict[str, Any]:
    """Return all services in one page. Ids are made of ours and stay the same from one export to the next."""
    contents = [_service(edition.book, service, on) for service in edition.book.services]
    count = len(contents)
    paging = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count}
    return {**paging, "first_page": True, "last_page": True, "empty": not count, "contents": contents}


def _id(kind: str, name: str) -> str:
    made: UUID = uuid5(OURS, f"{kind}/{name}")
    return str(made)


def _service(book: RuleBook, service: Service, on: date) -> dict[str, Any]:
    youngest, oldest = _ages(service)
    found = {
        "id": _id("service", service.id),
        "name": service.name_fi,
        "description": service.summary_fi,
        "url": service.official_url,
        "status": "active" if service.in_force(on) else "inactive",
        "application_process": f"{service.access_fi} {service.first_step_fi}".strip(),
        "eligibility_description": _eligibility(book, service),
        "minimum_age": youngest,
        "maximum_age": oldest,
        "assured_date": service.checked_on.isoformat() if service.checked_on else None,
        "organization": _organization(service),
        "attributes": list(_attributes(book, service)),
    }
    return {name: value for name, value in found.items() if value is not None}


def _organization(service: Service) -> dict[str, str]:
    return {
        "id": _id("organization", service.organiser),
        "name": service.organiser,
        "description": service.organiser,
    }


def _eligibility(book: RuleBook, service: Service) -> str:
    """Return the required lines of each way as running text."""
    ways = ("; ".join(line_text(book, line.any_of) for line in way.lines) for way in service.ways)
    return "\n".join(way for way in ways if way)


def _ages(service: Service) -> tuple[int | None, int | None]:
    """Return the age limits that hold whichever way somebody comes in."""
    limits = [_limits(way_lines) for way_lines in ([line.any_of for line in way.lines] for way in service.ways)]
    youngest = [low for low, _ in limits]
    oldest = [high for _, high in limits]
    return (
        min((low for low in youngest if low is not None), default=None) if None not in youngest else None,
        max((high for high in oldest if high is not None), default=None) if None not in oldest else None,
    )


def _limits(lines: Iterable[Any]) -> tuple[int | None, int | None]:
    single = [line[0] for line in lines if len(line) == 1 and line[0].fact == AGE]
    low = max((one.value for one in single if one.op == "at_least"), default=None)
    return low, min((one.value for one in single if one.op == "at_most"), default=None)


def _attributes(book: RuleBook, service: Service) -> Iterable[dict[str, Any]]:
    """Yield the group and the needs that the service answers, as terms of our own taxonomies."""
    needs = {need.id: need for need in book.needs}
    terms = [("ryhma", service.group, service.group, service.group)]
    terms += [
        ("tarve", n.id, n.label_fi, n.description_fi) for n in (needs.get(r.need) for r in service.responds_to) if n
    ]
    for taxonomy, term, name, description in terms:
        yield {
            "id": _id("attribute", f"{service.id}/{taxonomy}/{term}"),
            "link_id": _id("service", service.id),
            "link_entity": "service",
            "taxonomy_term": {
                "id": _id("taxonomy_term", f"{taxonomy}/{term}"),
                "code": term,
                "name": name,
                "description": description,
                "taxonomy": taxonomy,
            },
        }
