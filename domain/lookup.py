"""Finds the service that a message names, whatever its case ending."""

from domain.rules import RuleBook, Service

SHORTEST_WORD = 4
ENDING = 3


def service_named(book: RuleBook, text: str) -> Service | None:
    """Return the service with the longest name all of whose words begin some word of the text, or None."""
    said = text.casefold().replace("-", " ").split()
    named = [service for service in book.services if _is_named(service, said)]
    return max(named, key=lambda service: (len(service.name_fi), service.id), default=None)


def _is_named(service: Service, said: list[str]) -> bool:
    words = [word for word in service.name_fi.casefold().replace("-", " ").split() if len(word) >= SHORTEST_WORD]
    stems = [word[: max(SHORTEST_WORD, len(word) - ENDING)] for word in words]
    return bool(stems) and all(any(word.startswith(stem) for word in said) for stem in stems)
