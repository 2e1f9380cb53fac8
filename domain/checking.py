"""Every problem of a rule book and its place, before it may decide anything."""

from domain.problems import Problem
from domain.rules import RuleBook


def check(rulebook: RuleBook) -> list[Problem]:
    """Return all problems of a rule book; an empty list means that it may be used."""
    return [
        Problem(f"services.{service.id}.responds_to", "nothing")
        for service in rulebook.services
        if not service.responds_to
    ]
