"""When a human should take over: ordered rules, the first that fits."""

from collections.abc import Collection

from domain.marks import YES, Marks

IMPORTANT = {"kiireellinen", "tarkea"}


def escalate(marks: Marks, signals: Collection[str] = ()) -> str | None:
    """Return the id of the first escalation rule that fits the facts or the signals of the dialogue, or None."""
    book = marks.index.rulebook
    important = sum(
        need.urgency in IMPORTANT and mark == YES for need, mark in zip(book.needs, marks.rules, strict=False)
    )
    for rule, ways in zip(book.escalation, marks.index.escalation, strict=True):
        signalled = not set(rule.signals).isdisjoint(signals)
        many = 0 < rule.min_important_needs <= important
        if signalled or many or (ways is not None and marks.verdict(ways.ways) == YES):
            return rule.id
    return None
