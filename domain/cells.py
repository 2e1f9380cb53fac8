"""One value in one cell of a table: written so that an expert can read and fill it, and read back the same."""

import json
import time
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Literal

from domain.facts import Fact
from domain.wording import rule_words

Cell = str | int | float | bool | date | None
Kind = Literal["text", "maybe", "number", "flag", "date", "list", "json"]
EMPTY = '""'


class Unreadable(ValueError):
    """What stands in a cell cannot be what the column holds."""


def write(kind: Kind, value: Any) -> str | int | None:
    """Return a plain value as a cell shows it."""
    match kind:
        case "flag":
            return _yes_or_no(value=bool(value))
        case "list":
            return "\n".join(map(str, value)) or None
        case "json":
            return None if value is None else json.dumps(value, ensure_ascii=False)
        case "maybe":
            return EMPTY if value == "" else _cell(value)
        case _:
            return _cell(value)


def _cell(value: Any) -> str | int | None:
    return value if isinstance(value, str | int | None) else str(value)


def _yes_or_no(*, value: bool) -> str:
    return rule_words().conditions["yes" if value else "no"]


def read(kind: Kind, cell: Cell) -> Any:
    """Return what a cell says. Raises Unreadable."""
    return READERS[kind](cell)


def as_text(cell: Cell) -> str:
    """Return a cell as the text that an expert has written into it."""
    if isinstance(cell, bool):
        return _yes_or_no(value=cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


def _maybe(cell: Cell) -> str | None:
    text = as_text(cell)
    return "" if text == EMPTY else text or None


def _number(cell: Cell) -> int | None:
    text = as_text(cell).strip()
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise Unreadable(text) from None


def _flag(cell: Cell) -> bool:
    text = as_text(cell).strip().lower()
    if text not in ("", _yes_or_no(value=True), _yes_or_no(value=False)):
        raise Unreadable(text)
    return text == _yes_or_no(value=True)


def _date(cell: Cell) -> str | None:
    text = as_text(cell).strip()
    if not text:
        return None
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return date(*time.strptime(text, pattern)[:3]).isoformat()
        except ValueError:
            continue
    raise Unreadable(text)


def _list(cell: Cell) -> list[str]:
    return [line.strip() for line in as_text(cell).splitlines() if line.strip()]


def _json(cell: Cell) -> Any:
    text = as_text(cell)
    if not text:
        return None
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise Unreadable(text[:60]) from None


READERS: Mapping[Kind, Callable[[Cell], Any]] = {
    "text": as_text,
    "maybe": _maybe,
    "number": _number,
    "flag": _flag,
    "date": _date,
    "list": _list,
    "json": _json,
}


def write_value(value: Any) -> str | int | None:
    """Return the value of a condition as a cell shows it."""
    return write("flag" if isinstance(value, bool) else "list" if isinstance(value, list | tuple) else "text", value)


def read_value(fact: Fact | None, op: str, cell: Cell) -> Any:
    """Return the value of a condition from its cell, as the fact's type wants it. Raises Unreadable."""
    if op in ("one_of", "none_of"):
        return _list(cell)
    if fact is not None and fact.type in ("bool", "int"):
        found = read("flag" if fact.type == "bool" else "number", cell)
        if as_text(cell).strip() == "":
            raise Unreadable("")
        return found
    return as_text(cell)
