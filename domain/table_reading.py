"""Reads filled-in tables back into entries of the catalogue and says of every cell that cannot be read."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from domain.cells import Cell, Kind, Unreadable, as_text, read, read_value
from domain.editions import MODELS, Change
from domain.facts import Fact
from domain.tables import ENTRIES, LINES, LISTS, OF_LINE, OPTIONS, WAYS, Row, Tables
from domain.wording import rule_words

FIRST_ROW = 2
SAID = ("label_fi", "label_selko")


class Wrong(NamedTuple):
    """A cell or a row that cannot be read; `row` is as the spreadsheet numbers it."""

    table: str
    row: int
    column: str
    code: str
    detail: str


class ReadTables(NamedTuple):
    """What tables hold: the entries of each collection by id, where each stands, and what could not be read."""

    entries: dict[str, dict[str, Change]]
    rows: dict[tuple[str, str], int]
    wrong: list[Wrong]


def read_tables(tables: Tables, facts: Mapping[str, Fact]) -> ReadTables:
    """Return the entries that tables hold; a table that is not there says nothing of its collection.

    `facts` tell the types of values of facts that the tables themselves do not hold.
    """
    return _Reader(tables, facts).read()


class _Reader:
    def __init__(self, tables: Tables, facts: Mapping[str, Fact]) -> None:
        self._tables = tables
        self._found = ReadTables({}, {}, [])
        self._facts = dict(facts)

    def read(self) -> ReadTables:
        for collection in (*MODELS, "interview"):
            if collection in self._tables:
                self._found.entries[collection] = dict(self._entries(collection))
        self._options()
        self._types()
        self._relations()
        self._lines()
        return self._found

    def _wrong(self, table: str, row: int, column: str, code: str, detail: str) -> None:
        self._found.wrong.append(Wrong(table, row, column, code, detail))

    def _cell(self, table: str, row: int, column: str, kind: Kind, cell: Cell) -> Any:
        try:
            return read(kind, cell)
        except Unreadable as error:
            self._wrong(table, row, column, "unreadable_cell", str(error))
            return None

    def _rows(self, table: str) -> Iterator[tuple[int, Row]]:
        for number, row in enumerate(self._tables.get(table, ()), FIRST_ROW):
            if any(as_text(cell).strip() for cell in row.values()):
                yield number, row

    def _entries(self, collection: str) -> Iterator[tuple[str, Change]]:
        seen = set[str]()
        for number, row in self._rows(collection):
            columns = ENTRIES[collection].items()
            content = {name: self._cell(collection, number, name, kind, row.get(name)) for name, kind in columns}
            entry = str(content["id"]).strip()
            if entry in seen or not entry:
                self._wrong(collection, number, "id", "same_id_twice" if entry else "missing", "2")
                continue
            seen.add(entry)
            self._found.rows[collection, entry] = number
            yield entry, _filled(collection, content)

    def _owner(self, table: str, number: int, collection: str, row: Row) -> dict[str, Any] | None:
        owner = as_text(row.get("owner")).strip()
        found = self._found.entries.get(collection, {}).get(owner)
        if found is None and collection in self._found.entries:
            self._wrong(table, number, "owner", "unknown_entry", owner)
        return found

    def _options(self) -> None:
        for number, row in self._rows("options"):
            owner = self._owner("options", number, "facts", row)
            if owner is not None:
                told = {name: self._cell("options", number, name, OPTIONS[name], row.get(name)) for name in SAID}
                owner["values"].append({"id": as_text(row.get("id")), **told})

    def _types(self) -> None:
        """Take the types of facts from the table, where it has them."""
        for entry, content in self._found.entries.get("facts", {}).items():
            kind = content["type"] if content else None
            if kind in ("bool", "int", "enum", "municipality", "set", "text"):
                plain = {"label_fi": "", "group": "", "sensitivity": "basic", "ask": "core"}
                self._facts[entry] = Fact.model_validate({"id": entry, "type": kind, **plain})

    def _relations(self) -> None:
        for table, name in (("responses", "responds_to"), ("exclusions", "excludes")):
            for number, row in self._rows(table):
                owner = self._owner(table, number, "services", row)
                if owner is None:
                    continue
                if table == "responses":
                    strength = self._cell(table, number, "strength", "number", row.get("strength"))
                    owner[name].append({"need": as_text(row.get("need")), "strength": strength})
                else:
                    owner[name].append({"service": as_text(row.get("other")), "why_fi": as_text(row.get("why_fi"))})

    def _lines(self) -> None:
        words = rule_words()
        collections = {words.collections[name]: name for name in WAYS}
        parts = {label: part for part, label in words.parts.items()}
        for number, row in self._rows("lines"):
            collection = collections.get(as_text(row.get("collection")).strip())
            part = parts.get(as_text(row.get("part")).strip())
            if collection is None or part is None:
                column = "part" if collection else "collection"
                self._wrong("lines", number, column, "unreadable_cell", as_text(row.get(column)))
                continue
            owner = self._owner("lines", number, collection, row)
            if owner is not None:
                self._line(number, row, owner, part)

    def _line(self, number: int, row: Row, owner: dict[str, Any], part: str) -> None:
        way = self._cell("lines", number, "way", "number", row.get("way"))
        place = self._cell("lines", number, "line", "number", row.get("line"))
        lines = owner.setdefault(part, []) if part in LISTS else self._way(number, owner, part, way)
        if lines is None or place is None:
            return
        if place == len(lines) + 1:
            lines.append(self._new_line(number, row, part))
        elif place != len(lines):
            self._wrong("lines", number, "line", "unreadable_cell", str(place))
            return
        if as_text(row.get("fact")).strip():
            lines[-1]["any_of"].append(self._condition(number, row))

    def _way(self, number: int, owner: dict[str, Any], part: str, way: int | None) -> list[Any] | None:
        """Return the lines of a way, a new one when it is the next; ways are numbered from one, zero is no way."""
        if part == "ways":
            owner["ways"] = owner["ways"] or []
            ways = owner["ways"]
        else:
            owner[part] = owner[part] or {"ways": []}
            ways = owner[part]["ways"]
        if way == 0:
            return None
        if way == len(ways) + 1:
            ways.append({"lines": []})
        if way != len(ways):
            self._wrong("lines", number, "way", "unreadable_cell", str(way))
            return None
        lines: list[Any] = ways[-1]["lines"]
        return lines

    def _new_line(self, number: int, row: Row, part: str) -> dict[str, Any]:
        names = OF_LINE.get(part, OF_LINE["ways"])
        told = {name: self._cell("lines", number, name, LINES[name], row.get(name)) for name in names}
        return {"any_of": [], **told}

    def _condition(self, number: int, row: Row) -> dict[str, Any]:
        ops = {label: op for op, label in rule_words().ops.items()}
        fact, said = as_text(row.get("fact")).strip(), as_text(row.get("op")).strip()
        op = ops.get(said, said)
        if said not in ops:
            self._wrong("lines", number, "op", "unreadable_cell", said)
        try:
            value = read_value(self._facts.get(fact), op, row.get("value"))
        except Unreadable as error:
            self._wrong("lines", number, "value", "unreadable_cell", str(error))
            value = ""
        return {"fact": fact, "op": op, "value": value}


def _filled(collection: str, content: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with what other tables tell of it still empty."""
    empty: Mapping[str, dict[str, Any]] = {
        "services": {"ways": [], "responds_to": [], "excludes": [], **{part: [] for part in LISTS}},
        "needs": {"ways": []},
        "facts": {"values": [], "ask_when": None, "derived_from": None},
        "escalation": {"ways": None},
    }
    more = empty.get(collection, {})
    if collection == "interview":
        return {"id": content["id"], "value": content["content"]}
    kept = {name: value for name, value in content.items() if not _absent(collection, name, value)}
    return {**{name: list(value) if isinstance(value, list) else value for name, value in more.items()}, **kept}


def _absent(collection: str, name: str, value: Any) -> bool:
    """An empty cell of a column that must not be null leaves the model's own default."""
    field = MODELS[collection].model_fields[name]
    return value is None and not field.is_required() and field.default is not None
