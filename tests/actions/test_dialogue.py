"""What the assistant asks and answers, turn by turn."""

from actions.replies import SENTENCES_AT_MOST, sentences
from domain.facts import DECLINED, DONT_KNOW
from domain.glossary import glossary_entry
from tests.actions.dialogue import asked, kinds, refused, told


def test_a_skipped_question_is_remembered_as_declined_and_not_asked_again(talk):
    first = asked(talk.hears("action_start", "command_start"))
    second = asked(talk.hears("action_skip", "command_skip"))
    assert not set(first) & set(second)
    assert talk.kept.case.facts.get(first[0]) is DECLINED


def test_small_talk_returns_to_the_question(talk):
    first = asked(talk.hears("action_start", "command_start"))
    replies = talk.hears("action_thank", "thank", "kiitti")
    assert len(replies) == 1
    assert replies[0][0].startswith(talk.said("thank"))
    assert asked(replies) == first


def test_two_misses_in_a_row_offer_choices_and_a_human(talk):
    talk.hears("action_start", "command_start")
    once = talk.hears("action_not_understood", "nlu_fallback", "asdf")
    twice = talk.hears("action_not_understood", "nlu_fallback", "qwer")
    assert kinds(once)[0] is None
    commands = [option["command"] for option in twice[0][1]["options"]]
    assert commands == ["skip", "human"]
    assert asked(twice) == asked(once)
    assert talk.kept.outcome.not_understood


def test_an_answer_between_ends_the_row_of_misses(talk):
    talk.hears("action_not_understood", "nlu_fallback", "asdf")
    talk.hears("action_take", "inform", "", told("ika", 52))
    again = talk.hears("action_not_understood", "nlu_fallback", "qwer")
    assert kinds(again)[0] is None


def test_why_names_the_reason_of_the_pending_question(talk, book):
    fact = asked(talk.hears("action_start", "command_start"))[0]
    replies = talk.hears("action_why", "ask_why", "miksi kysyt")
    assert book.fact(fact).help_fi in replies[0][0]
    assert asked(replies) == [fact]


def test_the_result_can_be_asked_for_at_any_moment_and_is_stored_with_its_version(talk, book):
    talk.hears("action_take", "inform", "", told("ika", 52), told("tyollisyystilanne", "tyoton"))
    replies = talk.hears("action_show_result", "show_result", "näytä")
    assert kinds(replies)[0] == "result"
    version, view = talk.kept.outcome.suggestion
    assert version == book.version
    assert view["suggested"]


def test_a_new_start_is_confirmed_and_forgets_the_answers(talk):
    talk.hears("action_take", "inform", "", told("ika", 52))
    offered = talk.hears("action_offer_restart", "restart", "alotetaan alusta")
    assert [option["command"] for option in offered[0][1]["options"]] == ["restart", "start"]
    assert talk.known() == {"ika": 52}
    talk.hears("action_restart", "command_restart")
    assert talk.known() == {}


def test_a_service_is_explained_in_the_catalogues_words(talk, book):
    replies = talk.hears("action_ask_service", "ask_service", "mikä se palkkatuki oikein on")
    assert book.service("palkkatuki").summary_fi in replies[0][0]
    assert book.service("palkkatuki").decided_by in replies[0][0]


def test_a_word_that_is_no_service_is_explained_too(talk):
    replies = talk.hears("action_ask_service", "ask_service", "mitä tarkoittaa karenssi")
    assert replies[0][0].startswith(glossary_entry("karenssi").text_fi)


def test_every_sentence_is_calm_and_promises_nothing(talk):
    for sentence, variants in talk.texts.sentences.items():
        for text in variants.values():
            assert "!" not in text, sentence
            assert "oikeus" not in text.lower(), sentence
            assert "saat " not in f"{text.lower()} ", sentence


def test_a_question_that_is_missed_three_times_is_left(talk):
    first = asked(talk.hears("action_start", "command_start"))
    for _ in range(2):
        assert asked(talk.hears("action_not_understood", "nlu_fallback", "asdf")) == first
    third = talk.hears("action_not_understood", "nlu_fallback", "asdf")
    assert third[0][0] == talk.said("left_for_now")
    assert not set(first) & set(asked(third))
    assert talk.kept.case.facts.get(first[0]) is DONT_KNOW


def test_three_skips_in_a_row_offer_the_result(talk):
    talk.hears("action_start", "command_start")
    for _ in range(2):
        assert kinds(talk.hears("action_skip", "command_skip"))[-1] == "question"
    third = talk.hears("action_skip", "command_skip")
    assert [option["command"] for option in third[0][1]["options"]] == ["result", "start"]


def test_refusing_health_is_one_calm_sentence(talk):
    replies = talk.hears("action_take", "inform", "en puhu terveydestä", told("terveyskysymykset", "kieltaydytty"))
    assert replies[0][0] == talk.said("health_declined")


def test_a_yes_to_an_offer_answers_no_question_that_was_pending(talk):
    before = asked(talk.hears("action_take", "inform", "", told("ika", 52)))
    talk.hears("action_offer_restart", "restart", "alotetaan alusta")
    replies = talk.hears("action_take", "deny", "ei", told("velkaongelma", False))
    assert asked(replies) == before
    assert talk.known() == {"ika": 52}
    talk.hears("action_offer_restart", "restart", "alotetaan alusta")
    talk.hears("action_take", "affirm", "joo", told("velkaongelma", True))
    assert talk.known() == {}


def test_an_offer_holds_for_one_message(talk):
    talk.hears("action_human", "ask_human", "ihminen")
    talk.hears("action_thank", "thank", "kiitti")
    talk.hears("action_take", "affirm", "joo", told("velkaongelma", True))
    assert talk.known() == {"velkaongelma": True}


def test_three_refusals_in_a_row_offer_the_result(talk):
    talk.hears("action_start", "command_start")
    for _ in range(2):
        fact = talk.kept.case.dialogue.pending.asked[0]
        replies = talk.hears("action_take", "refuse", "en kerro", refused(fact))
        assert kinds(replies)[-1] == "question"
    fact = talk.kept.case.dialogue.pending.asked[0]
    third = talk.hears("action_take", "refuse", "en kerro", refused(fact))
    assert [option["command"] for option in third[0][1]["options"]] == ["result", "start"]


def test_the_reason_is_given_beside_an_answer_too(talk, book):
    talk.hears("action_take", "inform", "", told("tyollisyystilanne", "tyoton"))
    fact = asked(talk.hears("action_start", "command_start"))[0]
    replies = talk.hears("action_why", "ask_why", "joo mut miks kysyt", told("ika", 52))
    assert talk.known()["ika"] == 52
    assert book.fact(fact).help_fi in " ".join(text for text, _ in replies)
    assert kinds(replies)[-1] == "question"


def test_who_decides_is_a_sentence_also_where_nobody_does(talk, book):
    for service in book.services:
        said = talk.hears("action_ask_service", "ask_service", f"mikä on {service.name_fi}")[0][0]
        assert "tekee ei" not in said
        assert "  " not in said


def test_a_message_is_at_most_three_sentences(talk):
    talk.hears("action_start", "command_start")
    for action in ("why", "ask_privacy", "help", "off_topic", "greet", "thank", "complaint", "human", "not_understood"):
        for text, _ in talk.hears(f"action_{action}", "inform", "mitä"):
            assert sentences(text) <= SENTENCES_AT_MOST, text


def test_what_was_agreed_with_a_human_is_said_once_and_first(talk):
    talk.agreed("soitat velkaneuvontaan")
    first = talk.hears("action_take", "inform", "", told("ika", 52))
    assert first[0][0] == talk.said("agreed_recalled", agreed="soitat velkaneuvontaan")
    assert kinds(first)[-1] == "question"
    again = talk.hears("action_take", "inform", "", told("tyollisyystilanne", "tyoton"))
    assert all("soitat velkaneuvontaan" not in text for text, _ in again)


def test_help_beside_a_question_tells_what_it_is_asked_for(talk, book):
    fact = asked(talk.hears("action_start", "command_start"))[0]
    replies = talk.hears("action_help", "help", "en ymmärrä kysymystä")
    assert book.fact(fact).help_fi in replies[0][0]
    assert asked(replies) == [fact]
