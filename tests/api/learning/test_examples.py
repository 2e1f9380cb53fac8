"""What is taught is looked at first: plain words, known facts, nobody's name, no message of the evaluation sets."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.learning.teacher import FORM, WISH, Teacher

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[3]
DEBT = {"fact": "velkaongelma", "value": True, "words": "rahat syö mörkö"}


def said(text: str, **more: Any) -> dict[str, Any]:
    return {"kind": "message", "text": text, **more}


def measured() -> str:
    lines = (ROOT / "evaluation" / "messages.jsonl").read_text("utf-8").splitlines()
    return max((str(json.loads(line)["text"]) for line in lines[:40]), key=len)


@pytest.mark.parametrize(
    "content", [FORM, WISH, said("mun rahat syö mörkö", marks=[DEBT]), said("Rahat syö mörkö", act="inform")]
)
async def test_what_is_taught_is_listed_with_its_teacher(teacher: Teacher, content: dict[str, Any]) -> None:
    number = await teacher.teach(content)
    (item,) = (await teacher.page.get("/learning/examples"))["items"]
    assert (item["id"], item["author"], item["from_message"]) == (number, "Eeva", False)
    assert content.items() <= item["content"].items() or item["content"]["marks"]
    await teacher.page.ask("DELETE", f"/learning/examples/{number}", 204)
    await teacher.page.ask("DELETE", f"/learning/examples/{number}", 404)


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        ({**FORM, "spoken": "kaksi sanaa"}, "spoken", "one_word"),
        ({**FORM, "written": "velat & rahat"}, "written", "plain_words"),
        ({**FORM, "written": "Vouvossa"}, "written", "same_as_spoken"),
        (said("jotain"), "act", "nothing_marked"),
        (said("", act="inform"), "text", "wrong_length"),
        (said("jotain", act="tanssi"), "act", "unknown_act"),
        (said("jotain", asked="ei_ole", act="inform"), "asked", "unknown_fact"),
        (said("rahat syö mörkö", marks=[{**DEBT, "fact": "ei_ole"}]), "marks.0.fact", "unknown_fact"),
        (said("rahat syö mörkö", marks=[{**DEBT, "value": "joo"}]), "marks.0.value", "wrong_type"),
        (said("rahat syö mörkö", marks=[{**DEBT, "words": "velat vie"}]), "marks.0.words", "not_in_text"),
        (said("rahat syö mörkö", marks=[{**DEBT, "words": "@velat|x"}]), "marks.0.words", "plain_words"),
        (said("asun täällä", marks=[{**DEBT, "fact": "kotikunta"}]), "marks.0.fact", "not_told_by_words"),
        (said(measured(), act="inform"), "text", "held_out"),
        (said("soittakaa 040 123 4567", act="ask_human"), "text", "personal"),
    ],
)
async def test_each_fault_is_told_with_its_place(
    teacher: Teacher, content: dict[str, Any], place: str, code: str
) -> None:
    refused = await teacher.page.post("/learning/examples", {"content": content}, 422)
    assert (place, code) in [(one["place"], one["code"]) for one in refused["problems"]]
    assert (await teacher.page.get("/learning/examples"))["items"] == []
