"""Tables as an XLSX file and back. No cell is ever a formula."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from domain.cells import Cell
from domain.errors import Invalid
from domain.problems import Problem
from domain.table_reading import Wrong
from domain.tables import TABLES, heading
from domain.wording import rule_words

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST_UNPACKED = 200 * 1024 * 1024
# What a spreadsheet program, or one that reads its CSV, could take for a formula; a quote before it makes it text.
RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
WIDE, NARROW = 60, 18


class Sheets(NamedTuple):
    """What a file holds: rows by table, and what of it is not known."""

    tables: dict[str, list[dict[str, Cell]]]
    wrong: list[Wrong]


def neutral(value: Any) -> Any:
    """Return a cell that no program takes for a formula."""
    if not isinstance(value, str):
        return value
    text = UNWRITABLE.sub("", value)
    return f"'{text}" if text.startswith(RISKY) else text


def plain(value: Any) -> Any:
    """Return what was written before it was made neutral."""
    return value[1:] if isinstance(value, str) and value.startswith("'") else value


def write(tables: Mapping[str, Sequence[Mapping[str, Cell]]]) -> bytes:
    """Return the tables as a file: a sheet each, headings in Finnish, choices where the words are fixed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table, columns in TABLES.items():
        sheet = book.create_sheet(rule_words().sheets[table])
        sheet.append([heading(column) for column in columns])
        for row in tables[table]:
            sheet.append([neutral(row.get(column)) for column in columns])
        _dress(sheet, list(columns))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _dress(sheet: Worksheet, columns: Sequence[str]) -> None:
    sheet.freeze_panes = "B2"
    choices = {"op": rule_words().ops, "part": rule_words().parts}
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        sheet.cell(1, number).font = Font(bold=True)
        long = column.endswith(("_fi", "_selko")) or column in ("fi", "selko", "sv", "value", "content", "facts")
        sheet.column_dimensions[letter].width = WIDE if long else NARROW
        if column in choices:
            words = ",".join(choices[column].values())
            found = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
            sheet.add_data_validation(found)
            found.add(f"{letter}2:{letter}20000")
    for cell in sheet["A"]:
        cell.alignment = Alignment(vertical="top")


def read(content: bytes) -> Sheets:
    """Return the tables of a file; formulas count as the text that they are. Raises Invalid for another file."""
    book = _opened(content)
    names = {label: table for table, label in rule_words().sheets.items()}
    found = Sheets({}, [])
    for sheet in book.worksheets:
        if sheet.title not in names:
            found.wrong.append(Wrong(sheet.title, 1, "", "unknown_sheet", sheet.title))
            continue
        table = names[sheet.title]
        found.tables[table] = _rows(table, sheet, found.wrong)
    return found


def _opened(content: bytes) -> Any:
    unreadable = Invalid("unreadable_file", [Problem("file", "unreadable_file")])
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise unreadable
        return load_workbook(BytesIO(content), read_only=True, data_only=False)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise unreadable from None


def _rows(table: str, sheet: Any, wrong: list[Wrong]) -> list[dict[str, Cell]]:
    columns = {heading(column): column for column in TABLES[table]}
    rows = sheet.iter_rows(values_only=True)
    head = [str(one or "").strip() for one in next(rows, ())]
    unknown = [title for title in head if title and title not in columns]
    wrong += [Wrong(table, 1, title, "unknown_column", title) for title in unknown]
    named = [columns.get(title) for title in head]
    return [{name: plain(cell) for name, cell in zip(named, row, strict=False) if name is not None} for row in rows]
