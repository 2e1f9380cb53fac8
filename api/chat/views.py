"""Rows as the pages see them."""

from collections.abc import Mapping
from typing import Any

from api.db.facts import KNOWN, answer_of
from api.db.models.conversation import Conversation, FactRow, Message
from domain.facts import Fact, Known
from domain.labels import told_back, value_label
from domain.languages import FINNISH
from domain.texts import Texts

SCALE = (0, 10)
CONTROLS = {"bool": "choice", "enum": "choice", "set": "multi", "municipality": "municipality", "text": "text"}


def message_view(message: Message) -> dict[str, Any]:
    """Return one message; the name is that of the advisor who wrote it."""
    view = {
        "seq": message.seq,
        "from": message.author,
        "text": message.text,
        "payload": message.payload,
        "at": message.at.isoformat().replace("+00:00", "Z"),
    }
    named = {"name": message.author_name} if message.author_name else {}
    known = {"client_id": message.client_id} if message.client_id else {}
    return view | named | known


def state_view(
    conversation: Conversation, position: int | None, advisor: str | None, closed: str | None
) -> dict[str, Any]:
    """Return who answers now, the place in the queue, the advisor's name and, when nobody is there, the hours.

    `callback` stands while a contact is promised and the bot goes on, `language` when it is not the usual one.
    """
    view = {"state": conversation.state, "position": position, "advisor": advisor}
    view |= {"callback": True} if conversation.callback else {}
    view |= {"language": conversation.language} if conversation.language != FINNISH else {}
    return view | ({"closed": closed} if closed else {})


def fact_views(rows: list[FactRow], vocabulary: Mapping[str, Fact], texts: Texts) -> list[dict[str, Any]]:
    """Return the answers that today's rules know, in the order of the catalogue."""
    by_fact = {row.fact: row for row in rows}
    return [fact_view(by_fact[fact], spec, texts) for fact, spec in vocabulary.items() if fact in by_fact]


def fact_view(row: FactRow, spec: Fact, texts: Texts) -> dict[str, Any]:
    """Return one answer with what a page needs to show and correct it."""
    answer = answer_of(row)
    label = value_label(spec, answer.value, texts, partial=answer.partial) if isinstance(answer, Known) else None
    return {
        "fact": row.fact,
        "label": spec.label_fi,
        "group": spec.group,
        "sensitivity": shared_as(spec),
        "status": row.status,
        "value": row.value if row.status == KNOWN else None,
        "value_label": label,
        "told": told_back(spec, answer.value, texts) if isinstance(answer, Known) and spec.type == "bool" else None,
        "words": row.words,
        "by": row.by,
        "source_seq": row.source_seq,
        "options": _options(spec, texts),
        "control": _control(spec),
        "min": spec.min,
        "max": spec.max,
        "unit": spec.unit,
    }


def shared_as(spec: Fact) -> str:
    """Return under which of the three permissions a fact is shared; crime goes with the sensitive ones."""
    return "sensitive" if spec.sensitivity == "criminal" else spec.sensitivity


def _control(spec: Fact) -> str:
    if spec.type == "int":
        return "scale" if (spec.min, spec.max) == SCALE else "number"
    return CONTROLS[spec.type]


def _options(spec: Fact, texts: Texts) -> list[dict[str, Any]]:
    if spec.type == "bool":
        return [{"label": value_label(spec, value, texts).capitalize(), "value": value} for value in (True, False)]
    return [{"label": value.label_fi, "value": value.id} for value in spec.values]
