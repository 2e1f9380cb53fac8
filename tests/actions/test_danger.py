"""What the assistant answers when something is heavy, dangerous or maddening."""

from tests.actions.dialogue import asked, kinds, told


def test_what_is_heavy_to_tell_is_met_before_the_next_question(talk):
    heavy = talk.hears("action_take", "inform", "", told("asuminen", "haatouhka"))
    assert heavy[0][0].startswith(talk.said("heavy"))
    light = talk.hears("action_take", "inform", "", told("ika", 40))
    assert not light[0][0].startswith(talk.said("heavy"))


def test_after_danger_no_question_follows(talk):
    replies = talk.hears("action_take", "inform", "", told("ika", 52), urgent="itsetuhoisuus")
    assert kinds(replies) == ["choices"]
    assert talk.known() == {"ika": 52}


def test_after_danger_the_interview_waits_until_the_person_goes_on(talk):
    talk.hears("action_take", "inform", "", urgent="vakivalta")
    for action, intent in (
        ("action_take", "inform"),
        ("action_not_understood", "nlu_fallback"),
        ("action_thank", "thank"),
    ):
        replies = talk.hears(action, intent, "mihin mä voin mennä", told("huollettavat_lapset", True))
        assert kinds(replies) == ["choices"]
        assert [option["command"] for option in replies[0][1]["options"]] == ["human", "start"]
    assert talk.known() == {"huollettavat_lapset": True}
    assert asked(talk.hears("action_start", "command_start"))


def test_outside_service_hours_no_live_human_is_promised(talk):
    talk.closed = "arkisin klo 9-16"
    assert "arkisin klo 9-16" in talk.hears("action_human", "ask_human")[0][0]
    assert "arkisin klo 9-16" in talk.hears("action_take", "inform", "", urgent="itsetuhoisuus")[0][0]


def test_one_without_a_roof_sees_numbers_for_today(talk):
    replies = talk.hears("action_take", "inform", "", told("asuminen", "asunnoton"))
    assert "urgent" in kinds(replies)


def test_in_danger_nothing_that_was_agreed_is_brought_up(talk):
    talk.agreed("soitat velkaneuvontaan")
    replies = talk.hears("action_take", "inform", "en jaksa elää", urgent="itsetuhoisuus")
    assert all("soitat velkaneuvontaan" not in text for text, _ in replies)
    assert talk.kept.case.dialogue.recalled is False


def test_anger_is_met_with_a_human(talk):
    assert kinds(talk.hears("action_complaint", "complaint", "ihan paska botti")) == ["handoff"]


def test_anger_that_goes_on_is_not_answered_in_the_same_words(talk):
    once = talk.hears("action_complaint", "complaint", "ihan paska")
    twice = talk.hears("action_complaint", "complaint", "tosi paska")
    assert once[0][0] != twice[0][0]
