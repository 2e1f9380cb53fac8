"""The suuntakortti made together: versions, conflicts, what is accepted, what is kept back, and the page to keep."""

import asyncio
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.api.desk import BASIC, Desk, at_desk
from tests.api.house import House, Visitor
from tests.api.test_case import YOUNG

pytestmark = pytest.mark.anyio
DEBTS = "talous-ja-velkaneuvonta"
STEP = {"id": "s1", "text": "Soita velkaneuvontaan.", "who": "Minä", "when": "ensi viikolla", "done": False}


def card(*services: str, **more: Any) -> dict[str, Any]:
    chosen = [{"id": one, "order": n} for n, one in enumerate(services, 1)]
    return {"goal": "", "services": chosen, "steps": [], "noticing": "", "next_check_in": None} | more


def ids(view: dict[str, Any]) -> list[str]:
    return [one["id"] for one in view["content"]["services"]]


async def answer(visitor: Visitor, version: int, **body: Any) -> Any:
    return await visitor.call("POST", "/plan", json={"version": version, **body})


async def begun(house: House, share: dict[str, bool] | None = None, **told: Any) -> tuple[Desk, dict[str, Any]]:
    desk = await at_desk(house, share, **(told or YOUNG))
    return desk, await desk.done("PUT", "/plan", {"version": 0, "content": card(DEBTS, "uraohjaus")})


async def test_before_the_first_version_there_is_a_draft_from_what_the_person_has_taken(house: House) -> None:
    desk = await at_desk(house, **YOUNG, velkaongelma=True)
    plan = (await desk.look())["plan"]
    assert (plan["version"], plan["content"]["services"]) == (0, [])
    assert plan["draft"]["services"]
    await desk.visitor.call("PUT", "/suggestion/choices", json={"service": DEBTS, "choice": "accept"})
    for view in (await desk.done("GET", "/plan"), (await desk.visitor.call("GET", "/plan")).json()):
        assert [one["id"] for one in view["draft"]["services"]] == [DEBTS]
        assert view["draft"]["steps"][0]["text"]


async def test_the_person_drops_reorders_writes_and_accepts(house: House) -> None:
    desk, plan = await begun(house)
    assert plan["version"] == 1
    assert "Aino aloitti suuntakortin" in (await desk.visitor.texts("system"))[-1]
    content = plan["content"] | {"goal": "Töihin keittiöön.", "services": plan["content"]["services"][::-1]}
    for order, one in enumerate(content["services"], 1):
        one["order"] = order
    changed = (await answer(desk.visitor, 1, content=content)).json()
    assert (changed["version"], changed["by"], ids(changed)[-1]) == (2, "visitor", DEBTS)
    dropped = (await answer(desk.visitor, 2, content=card(DEBTS, goal="Töihin keittiöön."))).json()
    assert ids(dropped) == [DEBTS]
    accepted = (await answer(desk.visitor, 3, accept=True)).json()
    assert accepted["accepted_at"]
    assert (await desk.visitor.texts("system"))[-1] == "Hyväksyit suuntakortin."
    seen = (await desk.look())["plan"]
    assert (seen["version"], seen["content"]["goal"], seen["accepted_at"]) == (
        3,
        "Töihin keittiöön.",
        accepted["accepted_at"],
    )


async def test_a_change_that_rests_on_an_old_version_gets_the_newest_instead(house: House) -> None:
    desk, plan = await begun(house)
    await answer(desk.visitor, 1, content=card(DEBTS))
    late = await desk.act("PUT", "/plan", {"version": 1, "content": card(goal="toinen")})
    assert (late.status_code, late.json()["code"]) == (409, "plan_changed")
    assert late.json()["newest"]["version"] == 2
    assert ids(late.json()["newest"]) == [DEBTS]
    stale = await answer(desk.visitor, 1, accept=True)
    assert (stale.status_code, stale.json()["newest"]["version"]) == (409, 2)
    assert plan["version"] == 1


async def test_of_two_changes_at_once_one_is_kept_and_one_is_told(house: House) -> None:
    desk, _ = await begun(house)
    mine = desk.act("PUT", "/plan", {"version": 1, "content": card(DEBTS, goal="neuvojan")})
    both = await asyncio.gather(mine, answer(desk.visitor, 1, content=card(DEBTS, goal="oma")))
    assert sorted(one.status_code for one in both) == [200, 409]
    kept = next(one for one in both if one.status_code == 200).json()
    assert next(one for one in both if one.status_code == 409).json()["newest"]["content"] == kept["content"]


async def test_the_same_change_again_after_a_lost_answer_is_no_conflict(house: House) -> None:
    desk, _ = await begun(house)
    body = {"version": 1, "content": card(DEBTS, goal="sama")}
    first, again = [await desk.done("PUT", "/plan", body) for _ in range(2)]
    assert first == again
    assert again["version"] == 2


async def test_marking_a_step_done_keeps_the_agreement_and_new_words_do_not(house: House) -> None:
    desk, _ = await begun(house)
    made = await desk.done("PUT", "/plan", {"version": 1, "content": card(DEBTS, steps=[STEP])})
    await answer(desk.visitor, 2, accept=True)
    done = made["content"] | {"steps": [made["content"]["steps"][0] | {"done": True}]}
    assert (await answer(desk.visitor, 2, content=done)).json()["accepted_at"]
    reworded = await desk.done("PUT", "/plan", {"version": 3, "content": done | {"goal": "uusi"}})
    assert reworded["accepted_at"] is None


async def test_both_sides_hear_of_every_change(house: House) -> None:
    desk, _ = await begun(house)
    mine = (await desk.worker.http.get("/api/v1/me")).json()
    live = house.product.live
    with live.listen(desk.visitor.id) as theirs:
        await desk.done("PUT", "/plan", {"version": 1, "content": card(DEBTS)})
        assert "plan" in {hint.kind for hint in await theirs.hints(1)}
    assert mine["role"] == "advisor"


async def test_services_from_facts_that_are_not_shared_stay_with_the_person(house: House) -> None:
    visitor = await house.visitor()
    for fact, value in {**YOUNG, "velkaongelma": True}.items():
        await visitor.call("PUT", f"/facts/{fact}", json={"value": value})
    step = STEP | {"id": DEBTS}
    await answer(visitor, 0, content=card(DEBTS, steps=[step], goal="Töihin"))
    await visitor.call("POST", "/handoff", json={"share": BASIC})
    worker = await house.advisor("Aino")
    await worker.post(f"/conversations/{visitor.id}/claim")
    desk = Desk(house, visitor, worker)
    seen = await desk.look()
    assert seen["plan"]["content"]["goal"] == "Töihin"
    assert DEBTS not in str(seen["plan"])
    assert STEP["text"] not in str(seen["plan"])
    await desk.done("PUT", "/plan", {"version": 1, "content": card("uraohjaus", goal="Töihin pian")})
    own = (await visitor.call("GET", "/plan")).json()
    assert ids(own) == ["uraohjaus", DEBTS]
    assert [one["text"] for one in own["content"]["steps"]] == [STEP["text"]]


@pytest.mark.parametrize(
    "content",
    [
        card("ei-ole"),
        card(DEBTS, DEBTS),
        card(steps=[STEP, STEP]),
        card(goal="x" * 601),
        card(next_check_in="pian"),
        {"unknown": 1},
    ],
)
async def test_a_card_that_makes_no_sense_is_refused(house: House, content: dict[str, Any]) -> None:
    desk = await at_desk(house, **YOUNG)
    assert (await desk.act("PUT", "/plan", {"version": 0, "content": content})).status_code == 422
    assert (await answer(desk.visitor, 0, content=content)).status_code == 422


async def test_nothing_can_be_accepted_before_there_is_a_card(house: House) -> None:
    visitor = await house.visitor()
    assert (await answer(visitor, 0, accept=True)).json()["code"] == "no_plan"
    assert (await visitor.call("GET", "/suuntakortti.pdf")).status_code == 404


async def test_what_stands_for_a_person_in_a_register_is_not_kept_on_the_card(house: House) -> None:
    visitor = await house.visitor()
    made = (await answer(visitor, 0, content=card(goal="Olen 131052-308T ja haen töitä"))).json()
    assert "131052" not in str(made)
    assert "haen töitä" in made["content"]["goal"]


async def test_the_page_to_keep_is_one_a4_with_all_that_was_agreed(house: House) -> None:
    visitor = await house.visitor()
    content = card(
        DEBTS,
        goal="Töihin keittiöön, ”puolikas päivä” ensin 🙂",
        steps=[STEP | {"when": "2026-12-01"}],
        noticing="Avaan postin heti.",
        next_check_in="2026-12-15",
    )
    await answer(visitor, 0, content=content)
    response = await visitor.call("GET", "/suuntakortti.pdf")
    assert response.headers["content-type"] == "application/pdf"
    reader = PdfReader(BytesIO(response.content))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    for part in ("Suuntakortti", "”puolikas päivä”", "Talous- ja velkaneuvonta", "1.12.2026", "15.12.2026", "postin"):
        assert part in text
    assert (await house.http.get(f"/api/v1/conversations/{visitor.id}/suuntakortti.pdf")).status_code == 401


async def test_a_card_too_long_for_one_page_has_numbered_pages_and_no_heading_left_alone(house: House) -> None:
    visitor = await house.visitor()
    steps = [STEP | {"id": f"s{n}", "text": f"Askel {n}: " + "soita ja kysy lisää. " * 18} for n in range(12)]
    await answer(
        visitor, 0, content=card(goal="Töihin.", steps=steps, noticing="Nukun yöni.", next_check_in="2026-12-15")
    )
    reader = PdfReader(BytesIO((await visitor.call("GET", "/suuntakortti.pdf")).content))
    texts = [page.extract_text().splitlines() for page in reader.pages]
    assert len(texts) > 1
    assert [lines[-1] for lines in texts] == [f"Sivu {n}/{len(texts)}" for n in range(1, len(texts) + 1)]
    headings = {"Ensimmäiset askeleet", "Tästä huomaan, että asia etenee", "Seuraava tarkistus"}
    assert not headings & {lines[-2] for lines in texts}


async def test_the_card_is_in_the_persons_copy_and_goes_with_the_conversation(house: House) -> None:
    desk, plan = await begun(house)
    export = (await desk.visitor.call("GET", "/export")).json()
    assert export["suuntakortti"] == plan["content"]
    assert (await desk.visitor.call("DELETE")).status_code == 204
    assert (await desk.act("GET", "/plan")).status_code == 404
