"""The language of a conversation: what is open is said once more in the one that was chosen."""

from dataclasses import replace

import pytest

from tests.actions.dialogue import Talk, asked, kinds, told


def speaks(talk: Talk, language: str = "fi-selko"):
    """The person chooses a language, and the turn that this starts is answered."""
    talk.kept.case = replace(talk.kept.case, language=language)
    return talk.hears("action_repeat", "command_repeat")


def easy(talk: Talk, sentence: str, **fields: str) -> str:
    return talk.texts.spoken("fi-selko").say(sentence, **fields)


def test_before_anything_is_told_the_greeting_comes_again(talk):
    replies = speaks(talk)
    assert replies[0][0].startswith(easy(talk, "greeting"))
    assert [option["command"] for option in replies[0][1]["options"]] == ["start"]


def test_the_open_question_is_asked_again_in_the_other_words(talk, book):
    first = talk.hears("action_start", "command_start")
    again = speaks(talk)
    assert asked(again) == asked(first)
    fact = book.spoken("fi-selko").fact(asked(first)[0])
    assert again[0] == (fact.question_selko, {**first[0][1], **again[0][1]})
    assert again[0][1]["why"] == fact.help_selko
    assert talk.kept.case.dialogue.pending.asked == tuple(asked(first))
    assert speaks(talk, "fi") == first


def test_later_messages_are_in_the_chosen_language(talk):
    talk.hears("action_start", "command_start")
    speaks(talk)
    replies = talk.hears("action_why", "ask_why")
    fact = talk.kept.book.fact(talk.kept.case.dialogue.pending.asked[0])
    assert fact.help_selko in replies[0][0]


def test_a_reading_to_confirm_stays_to_be_confirmed(talk):
    talk.hears("action_take", "inform", "", told("ika", 30, certain=False))
    replies = speaks(talk)
    assert kinds(replies) == ["confirm"]
    assert talk.kept.case.dialogue.pending.confirm == ("ika", 30)


def test_after_danger_no_question_is_asked_again(talk):
    talk.hears("action_take", "inform", "", urgent="vakivalta")
    replies = speaks(talk)
    assert kinds(replies) == ["choices"]
    assert replies[0][0] == easy(talk, "held")


def test_a_correction_that_is_open_stays_open(talk):
    talk.hears("action_take", "inform", "", told("ika", 40))
    talk.hears("action_take", "correct", "ei")
    assert talk.kept.case.dialogue.pending.asked == ("ika",)
    replies = speaks(talk)
    assert asked(replies) == ["ika"]
    assert talk.kept.book.fact("ika").question_selko in replies[0][0]


@pytest.mark.parametrize("pending", [True, False])
def test_a_shown_result_is_shown_again_unless_a_question_is_open(talk, pending):
    if pending:
        talk.hears("action_start", "command_start")
    talk.hears("action_show_result", "show_result")
    replies = speaks(talk)
    assert kinds(replies) == (["question"] if pending else ["result", "choices"])


def test_what_is_shown_is_kept_in_the_words_in_which_it_was_shown(talk):
    talk.kept.case = replace(talk.kept.case, language="fi-selko")
    talk.hears("action_take", "inform", "", told("ika", 40), told("tyollisyystilanne", "tyoton"))
    talk.hears("action_show_result", "show_result")
    _, view = talk.kept.outcome.suggestion
    for one in view["suggested"]:
        assert one["summary"] == talk.kept.book.service(one["service"]).summary_selko
