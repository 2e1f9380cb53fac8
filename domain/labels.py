"""A fact's value in the words of the catalogue, for the echo in the chat and the panel beside it."""

from collections.abc import Iterable

from domain.facts import Fact
from domain.texts import Texts

LISTED = ("enum", "set")


def value_label(fact: Fact, value: object, texts: Texts, *, partial: bool = False) -> str:
    """Return the value as a person reads it; a number carries the fact's unit, an unknown id is shown as it is."""
    label = _plain(fact, value, texts)
    return texts.say("label_partial", value=label) if partial else label


def told_back(fact: Fact, value: object, texts: Texts) -> str:
    """Return the answer as it is told back to the person ("olet 52-vuotias"), within a sentence."""
    if said := fact.said_fi.get(str(value).lower()):
        return said
    bare = str(value) if isinstance(value, int) else _plain(fact, value, texts)
    if fact.type in LISTED:
        bare = bare[:1].lower() + bare[1:]
    if pattern := fact.said_fi.get("value"):
        return pattern.format(value=bare)
    return texts.say("fact_item", label=fact.label_fi.lower(), value=bare)


def _plain(fact: Fact, value: object, texts: Texts) -> str:
    if isinstance(value, bool):
        return texts.say("label_yes" if value else "label_no")
    if isinstance(value, int):
        return texts.say("label_number", value=value, unit=fact.unit or "").strip()
    names = {option.id: option.label_fi for option in fact.values or ()}
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Iterable):
        return ", ".join(names.get(item, item) for item in sorted(value)) or texts.say("label_none")
    return str(value)
