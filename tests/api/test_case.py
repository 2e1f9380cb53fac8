"""One case: facts put right with the difference, notes nobody else sees, and what is sent with one click."""

import asyncio
from uuid import uuid4

import pytest
from sqlalchemy import select

from actions.ports import Dialogue, Learned, Outcome
from api.db import staff
from api.db.models.staff import Audit
from api.settings import Settings
from domain.catalogue import load_seed
from domain.facts import Known
from tests.api.desk import ALL, BASIC, Desk, at_desk
from tests.api.house import House, open_house
from tests.api.learner import Learner
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
YOUNG = {"ika": 24, "kotikunta": "Lahti", "tyollisyystilanne": "tyoton"}


async def test_a_fact_put_right_changes_the_set_and_tells_the_difference(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    before = await desk.look()
    answer = await desk.done("PUT", "/facts/velkaongelma", {"value": True})
    added = [one["service"] for one in answer["changed"]["added"]]
    assert "talous-ja-velkaneuvonta" in added
    assert [one["service"] for one in answer["suggestion"]["suggested"] if one["service"] in added] == added
    assert not set(added) & {one["service"] for one in before["suggestion"]["suggested"]}
    back = await desk.done("DELETE", "/facts/velkaongelma")
    assert [one["service"] for one in back["changed"]["removed"]] == added
    assert [one["id"] for one in answer["changed"]["needs_added"]] == [
        one["id"] for one in back["changed"]["needs_removed"]
    ]


async def test_both_sides_see_who_put_a_fact_right(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    await desk.done("PUT", "/facts/ika", {"value": 42})
    (item,) = [one for one in (await desk.visitor.call("GET", "/facts")).json()["items"] if one["fact"] == "ika"]
    assert (item["value"], item["by"]) == (42, "advisor")
    last = (await desk.visitor.messages())[-1]
    assert (last["text"], last["seq"]) == ("Aino korjasi tiedon. Ikä: 42 vuotta.", item["source_seq"])
    suggestion = (await desk.visitor.call("GET", "/suggestion")).json()
    assert suggestion["suggested"] == (await desk.look())["suggestion"]["suggested"]
    assert (await desk.look())["changed"][0]["fact"] == "ika"


async def test_the_desk_speaks_of_the_person_and_the_panel_beside_the_chat_to_them(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    queue = (await desk.worker.get("/queue")).json()
    assert queue["mine"][0]["summary"] == "24 vuotta, Lahti, Työtön"
    (situation,) = [one for one in (await desk.look())["facts"] if one["fact"] == "tyollisyystilanne"]
    assert situation["value_label"] == "Työtön"
    assert {"label": "Lomautettu", "value": "lomautettu"} in situation["options"]
    own = (await desk.visitor.call("GET", "/facts")).json()["items"]
    assert "Olen työtön" in [one["value_label"] for one in own]


async def test_the_same_correction_twice_is_told_once(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    for _ in range(2):
        await desk.done("PUT", "/facts/ika", {"value": 42})
    assert sum("korjasi" in text for text in await desk.visitor.texts("system")) == 1


async def test_a_declined_fact_is_kept_as_declined(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    await desk.done("PUT", "/facts/ika", {"declined": True})
    (item,) = [one for one in (await desk.look())["facts"] if one["fact"] == "ika"]
    assert (item["status"], item["value"]) == ("declined", None)


@pytest.mark.parametrize(
    ("fact", "body", "status", "code"),
    [
        ("ei_ole", {"value": 1}, 404, "fact_not_found"),
        ("ika", {"value": 400}, 422, "invalid_value"),
        ("kotikunta", {"value": "Ankkalinna"}, 422, "invalid_value"),
        ("velkaongelma", {"value": True}, 403, "not_shared"),
        ("tyokyky_0_10", {"value": 3}, 403, "not_shared"),
    ],
)
async def test_what_may_not_be_written_is_not(house: House, fact: str, body: dict, status: int, code: str) -> None:
    desk = await at_desk(house, BASIC, **YOUNG)
    response = await desk.act("PUT", f"/facts/{fact}", body)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert (await desk.act("DELETE", "/facts/velkaongelma")).status_code == 403


async def test_a_withheld_fact_stays_unseen_after_it_was_corrected_or_taken_back(
    settings: Settings, rasa: FakeRasa
) -> None:
    beside = Learned("kotikunta", Known(value="Lahti"), "asun lahdessa, oon ulosotossa")
    learned = (Learned("velkaongelma", Known(value=True), "ulosotossa"), beside)
    learner = Learner(settings, rasa, Outcome(dialogue=Dialogue(), learned=learned))
    async with open_house(settings, rasa, learner.build) as learner.house:
        visitor, worker = await learner.house.visitor(), await learner.house.advisor("Aino")
        await visitor.say("asun lahdessa, oon ulosotossa")
        await visitor.answered("asun lahdessa, oon ulosotossa")
        await visitor.call(
            "PUT", "/suggestion/choices", json={"service": "talous-ja-velkaneuvonta", "choice": "accept"}
        )
        await visitor.call("POST", "/handoff", json={"share": BASIC})
        await worker.post(f"/conversations/{visitor.id}/claim")
        desk = Desk(learner.house, visitor, worker)
        for step in ("as told", "corrected", "taken back"):
            if step == "corrected":
                await visitor.call("PUT", "/facts/velkaongelma", json={"value": False})
            if step == "taken back":
                await visitor.call("DELETE", "/facts/velkaongelma")
            seen = str(await desk.look()) + str((await worker.get("/queue")).json())
            seen += str(await desk.done("PUT", "/facts/ika", {"value": 30}))
            assert "ulosotossa" not in seen, step
            assert all(one["fact"] != "velkaongelma" for one in (await desk.look())["facts"]), step
        assert (await desk.look())["choices"] == []


async def test_notes_are_seen_by_advisors_alone(house: House) -> None:
    desk, secret = await at_desk(house, **YOUNG), "kysy asumisesta ensi kerralla"
    body = {"client_id": str(uuid4()), "text": secret}
    first, again = [await desk.done("POST", "/notes", body) for _ in range(2)]
    assert first == again
    assert [(one["by"], one["text"]) for one in (await desk.done("GET", "/notes"))["items"]] == [("Aino", secret)]
    assert (await desk.look())["notes"] == [first]
    for path in ("/messages", "/export", "/facts", "/suggestion", "/plan"):
        answer = await desk.visitor.call("GET", path)
        assert answer.status_code == 200
        assert secret not in answer.text


async def test_a_question_sent_by_the_advisor_becomes_a_fact_though_the_bot_is_silent(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    assert (await desk.send("question", fact="velkaongelma")).status_code == 202
    asked = (await desk.visitor.messages())[-1]
    assert (asked["from"], asked["name"], asked["payload"]["facts"]) == ("advisor", "Aino", ["velkaongelma"])
    answer = await desk.visitor.post(choice={"fact": "velkaongelma", "value": True})
    assert answer.status_code == 202
    assert (await desk.visitor.texts())[-1] == "Kyllä"
    (fact,) = [one for one in (await desk.look())["facts"] if one["fact"] == "velkaongelma"]
    assert (fact["value"], fact["source_seq"]) == (True, answer.json()["seq"])
    await asyncio.sleep(0.05)
    assert house.rasa.turns == []


async def test_an_answer_to_the_advisor_goes_out_of_sight_when_it_is_not_shared_any_more(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    await desk.send("question", fact="asuminen")
    await desk.visitor.post(choice={"fact": "asuminen", "value": "asunnoton"})
    await desk.done("PUT", "/facts/asuminen", {"value": "haatouhka"})
    await desk.visitor.call("POST", "/handoff", json={"share": BASIC})
    seen = await desk.look()
    told = [one for one in seen["messages"] if one["from"] != "advisor"]
    assert "asunno" not in str(told).lower()
    assert "häätö" not in str(told).lower()
    assert all(one["fact"] != "asuminen" for one in seen["facts"])
    assert (await desk.send("question", fact="asuminen")).json()["code"] == "not_shared"


async def test_a_service_and_a_link_are_sent_as_cards_once(house: House) -> None:
    desk = await at_desk(house)
    card = {"client_id": str(uuid4()), "kind": "service", "service": "talous-ja-velkaneuvonta"}
    numbers = {(await desk.done("POST", "/send", card))["seq"] for _ in range(2)}
    assert len(numbers) == 1
    await desk.send("link", title="Kelan sivut", url="https://www.kela.fi/tyottomat")
    service, link = [one["payload"] for one in (await desk.visitor.messages())[-2:]]
    assert (service["kind"], service["service"]) == ("service", "talous-ja-velkaneuvonta")
    assert service["name"]
    assert service["first_step"]
    assert link == {"kind": "link", "title": "Kelan sivut", "url": "https://www.kela.fi/tyottomat"}


@pytest.mark.parametrize(
    "content",
    [
        {"kind": "link", "title": "x", "url": "http://kela.fi"},
        {"kind": "link", "title": "x", "url": "javascript:alert(1)"},
        {"kind": "link", "title": "x", "url": "https://kela.fi@paha.example"},
        {"kind": "link", "title": "", "url": "https://kela.fi"},
        {"kind": "service", "service": "ei_ole"},
        {"kind": "question", "fact": "ei_ole"},
        {"kind": "reply", "text": "Hei {nimi}"},
        {"kind": "reply", "text": ""},
        {"kind": "service", "service": "talous-ja-velkaneuvonta", "text": "lisäksi"},
    ],
)
async def test_what_cannot_be_sent_is_refused(house: House, content: dict) -> None:
    desk = await at_desk(house)
    before = len(await desk.visitor.messages())
    assert (await desk.send(**content)).status_code == 422
    assert len(await desk.visitor.messages()) == before


async def test_ready_replies_have_shortcuts_and_known_blanks(house: House) -> None:
    desk = await at_desk(house)
    found = (await desk.worker.get("/replies")).json()
    shortcuts = [one["shortcut"] for one in found["items"]]
    assert len(set(shortcuts)) == len(shortcuts) >= 8
    assert found["fields"] == ["kunta", "neuvoja", "nimi"]


async def test_files_are_not_taken(house: House) -> None:
    desk = await at_desk(house)
    file = {"file": ("todistus.pdf", b"%PDF-1.4", "application/pdf")}
    own = await desk.visitor.call("POST", "/messages", files=file)
    theirs = await desk.worker.http.post(f"/api/v1/advisor/conversations/{desk.visitor.id}/messages", files=file)
    assert [one.status_code for one in (own, theirs)] == [415, 415]


async def test_what_is_open_is_told_as_questions_for_a_professional(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    view = await desk.look()
    assert view["open_questions"]["ask"]
    await desk.visitor.call("POST", "/handoff", json={"share": BASIC})
    asked = {one["fact"] for one in (await desk.look())["open_questions"]["ask"]}
    assert {load_seed().vocabulary[fact].sensitivity for fact in asked} == {"basic"}
    counts = [len(one["services"]) for one in view["open_questions"]["ask"]]
    assert counts == sorted(counts, reverse=True)
    assert [need["id"] for need in view["needs"]] == [need["id"] for need in view["suggestion"]["needs"]]


async def test_the_persons_word_on_services_is_seen_as_far_as_all_is_shared(house: House) -> None:
    desk = await at_desk(house, **YOUNG, velkaongelma=True)
    word = {"service": "talous-ja-velkaneuvonta", "choice": "reject", "reason": "Olen jo kokeillut"}
    await desk.visitor.call("PUT", "/suggestion/choices", json=word)
    assert (await desk.look())["choices"] == [word]
    await desk.visitor.call("POST", "/handoff", json={"share": BASIC})
    assert (await desk.look())["choices"] == []


async def test_a_case_is_open_to_its_own_advisor_alone(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    other = await house.advisor("Pekka", teams=["kela"])
    calls = [
        ("GET", "", None),
        ("GET", "/notes", None),
        ("GET", "/plan", None),
        ("PUT", "/facts/ika", {"value": 1}),
        ("DELETE", "/facts/ika", None),
        ("POST", "/notes", {"client_id": str(uuid4()), "text": "x"}),
        ("POST", "/send", {"client_id": str(uuid4()), "kind": "reply", "text": "x"}),
        ("PUT", "/plan", {"version": 0, "content": {}}),
        ("POST", "/close", {}),
    ]
    theirs = Desk(house, desk.visitor, other)
    statuses = [(method, path, (await theirs.act(method, path, body)).status_code) for method, path, body in calls]
    assert [one for one in statuses if one[2] not in {404, 409, 422}] == []
    assert (await desk.look())["notes"] == []


async def test_each_act_on_a_case_is_written_down(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    await desk.done("PUT", "/facts/ika", {"value": 42})
    await desk.done("POST", "/notes", {"client_id": str(uuid4()), "text": "x"})
    await desk.done("GET", "/plan")
    async with house.product.database.read() as db:
        actions = list(await db.scalars(select(Audit.action).where(Audit.conversation == desk.visitor.id)))
    assert [one for one in actions if one != "claim"] == ["fact", "note", "plan"]


async def test_the_person_is_seen_writing(house: House) -> None:
    desk = await at_desk(house, ALL)
    with house.product.live.listen(f"staff:{await _id(house, 'Aino')}") as ear:
        assert (await desk.visitor.call("POST", "/typing", json={"on": True})).status_code == 204
        hints = await ear.hints(1)
    assert [(hint.kind, hint.by, hint.on) for hint in hints] == [("typing", desk.visitor.id, True)]


async def _id(house: House, name: str) -> int:
    async with house.product.database.read() as db:
        found = await staff.by_name(db, name)
    assert found is not None
    return found.id
