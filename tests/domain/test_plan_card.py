"""The suuntakortti as data: in order, signed, kept back and put together again."""

import pytest
from pydantic import ValidationError

from domain.desk_words import blanks, filled, outcomes, ready_replies
from domain.differences import difference
from domain.plan_card import (
    By,
    Card,
    CardStep,
    ChosenService,
    draft,
    faults,
    only_progress,
    put_in_order,
    signed,
    unveiled,
    veiled,
)


def card(*ids: str, by: By | None = None, **more: object) -> Card:
    services = [ChosenService(id=one, order=n, by=by) for n, one in enumerate(ids, 1)]
    return Card.model_validate({"services": services, **more})


def ids(found: Card) -> list[str]:
    return [one.id for one in found.services]


def suggested(*services: tuple[str, str]) -> dict:
    listed = [{"service": i, "name": i.title(), "phase": phase, "first_step": f"tee {i}"} for i, phase in services]
    return {"suggested": listed, "needs": []}


def test_services_are_counted_in_their_order() -> None:
    mixed = Card(services=(ChosenService(id="b", order=7), ChosenService(id="a", order=3)))
    assert [(one.id, one.order) for one in put_in_order(mixed).services] == [("a", 1), ("b", 2)]


def test_what_was_there_keeps_its_name() -> None:
    before = card("a", by="visitor")
    after = signed(card("a", "b", by="visitor"), before, "advisor")
    assert [one.by for one in after.services] == ["visitor", "advisor"]


def test_a_draft_takes_what_the_person_has_taken_else_what_comes_first() -> None:
    view = suggested(("a", "now"), ("b", "next"), ("c", "now"))
    assert ids(draft(view, [])) == ["a", "c"]
    assert ids(draft(view, ["b"])) == ["b"]
    assert [step.text for step in draft(view, ["b"]).steps] == ["tee b"]


def test_only_marks_of_progress_need_no_new_agreement() -> None:
    step = CardStep(id="1", text="soita")
    before = Card(steps=(step,))
    assert only_progress(before, Card(steps=(step.model_copy(update={"done": True}),)))
    assert not only_progress(before, Card(steps=(step.model_copy(update={"who": "minä"}),)))


def test_what_is_kept_back_survives_an_advisors_change() -> None:
    before = card("open", by="visitor").model_copy(
        update={
            "services": (*card("open", "kept", by="visitor").services, ChosenService(id="own", order=3, by="advisor")),
            "steps": (CardStep(id="kept", text="tee", by="visitor"), CardStep(id="x", text="soita", by="visitor")),
        }
    )
    seen = veiled(before, {"open"})
    assert ids(seen) == ["open", "own"]
    assert [step.id for step in seen.steps] == ["x"]
    after = unveiled(card("own"), before, {"open"})
    assert [(one.id, one.order) for one in after.services] == [("own", 1), ("kept", 2)]
    assert [step.id for step in after.steps] == ["kept"]
    assert veiled(before, None) == before
    assert unveiled(card("own"), before, None) == card("own")


def test_faults_name_what_is_unknown_or_twice() -> None:
    wrong = card("a", "a", "x", steps=[CardStep(id="1", text="t"), CardStep(id="1", text="u")])
    assert [(one.place, one.code, one.detail) for one in faults(wrong, {"a"})] == [
        ("services", "unknown_service", "x"),
        ("services", "twice", "a"),
        ("steps", "twice", "1"),
    ]


def test_a_step_without_words_is_no_step() -> None:
    with pytest.raises(ValidationError):
        CardStep(id="1", text="")


def test_a_difference_tells_what_came_what_went_and_what_moved() -> None:
    before, after = suggested(("a", "now"), ("b", "now")), suggested(("b", "later"), ("c", "now"))
    before["needs"] = [{"id": "velat", "label": "Velat"}]
    changed = difference(before, after)
    assert [one["service"] for one in changed["added"]] == ["c"]
    assert [one["service"] for one in changed["removed"]] == ["a"]
    assert changed["moved"] == [{"service": "b", "name": "B", "from": "now", "to": "later"}]
    assert changed["needs_removed"] == [{"id": "velat", "label": "Velat"}]
    assert all(found == [] for found in difference(after, after).values())
    assert [one["service"] for one in difference(None, after)["added"]] == ["b", "c"]


def test_ready_replies_read_well_with_their_blanks_filled_in() -> None:
    known = {"nimi": "Mika", "kunta": "Lahti", "neuvoja": "Aino"}
    for reply in ready_replies():
        text = filled(reply.text_fi, known)
        assert blanks(text) == []
        assert "!" not in text
    assert filled("Hei {nimi}, {kunta}", {"nimi": None, "kunta": "Lahti"}) == "Hei {nimi}, Lahti"
    assert len({one.id for one in outcomes()}) == len(outcomes())
