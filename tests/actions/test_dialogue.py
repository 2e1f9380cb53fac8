"""What the assistant answers, turn by turn."""

from dataclasses import replace

from actions.replies import SENTENCES_AT_MOST, sentences
from domain.facts import DECLINED, DONT_KNOW
from domain.glossary import glossary_entry
from tests.actions.dialogue import refused, told


def kinds(replies):
    return [payload.get("kind") for _, payload in replies]


def asked(replies):
    return [fact for _, payload in replies if payload.get("kind") == "question" for fact in payload["facts"]]


def test_told_facts_are_echoed_and_the_next_question_follows(talk):
    replies = talk.hears("action_take", "inform", "", told("ika", 52), told("tyollisyystilanne", "tyoton"))
    assert replies[0][0] == talk.said("understood", facts="olet 52-vuotias ja olet työtön")
    assert kinds(replies)[-1] == "question"
    assert talk.known() == {"ika": 52, "tyollisyystilanne": "tyoton"}


def test_agreeing_with_what_was_told_back_is_no_miss(talk):
    before = talk.hears("action_take", "inform", "", told("ika", 52))
    replies = talk.hears("action_take", "affirm", "joo")
    assert len(replies) == 1
    assert replies[0][0].startswith(talk.said("agreed"))
    assert asked(replies) == asked(before)
    assert talk.kept.case.dialogue.misses == 0


def test_what_is_heavy_to_tell_is_met_before_the_next_question(talk):
    heavy = talk.hears("action_take", "inform", "", told("asuminen", "haatouhka"))
    assert heavy[0][0].startswith(talk.said("heavy"))
    light = talk.hears("action_take", "inform", "", told("ika", 40))
    assert not light[0][0].startswith(talk.said("heavy"))


def test_what_weighs_most_is_repeated_first_and_what_is_left_out_is_counted(talk):
    light = [told(fact, False) for fact in ("opiskelee", "maahanmuuttanut", "digitaidot_heikot", "velkaongelma")]
    replies = talk.hears("action_take", "inform", "", *light, told("ika", 40), told("opiskelee", False),
                         told("huollettavat_lapset", False), told("rahat_eivat_riita", True))  # fmt: skip
    assert "että rahat eivät riitä" in replies[0][0]
    assert "3 muuta" in replies[0][0]


def test_a_button_needs_no_echo(talk):
    talk.hears("action_start", "command_start")
    choice = [{"fact": "tyollisyystilanne", "value": "tyoton"}]
    replies = talk.hears("action_take", "choose", "/choose", choices=choice)
    assert kinds(replies) == ["question"]
    assert "tyollisyystilanne" not in asked(replies)


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


def test_facts_told_beside_a_request_are_taken(talk):
    talk.hears("action_human", "ask_human", "oon 52 ja haluun ihmiselle", told("ika", 52))
    assert talk.known() == {"ika": 52}


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


def test_a_probable_reading_is_confirmed_before_it_counts(talk):
    replies = talk.hears("action_take", "inform", "", told("velkaongelma", True, certain=False))
    assert kinds(replies)[-1] == "confirm"
    assert talk.known() == {}
    talk.hears("action_take", "affirm", "joo")
    assert talk.known() == {"velkaongelma": True}


def test_small_talk_does_not_lose_a_confirmation(talk):
    talk.hears("action_take", "inform", "", told("velkaongelma", True, certain=False))
    assert kinds(talk.hears("action_greet", "greet", "moi"))[-1] == "confirm"
    talk.hears("action_take", "choose", "/choose", choices=[{"confirm": True}])
    assert talk.known() == {"velkaongelma": True}


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


def test_a_service_is_explained_in_the_catalogues_words(talk, book):
    replies = talk.hears("action_ask_service", "ask_service", "mikä se palkkatuki oikein on")
    assert book.service("palkkatuki").summary_fi in replies[0][0]
    assert book.service("palkkatuki").decided_by in replies[0][0]


def test_a_word_that_is_no_service_is_explained_too(talk):
    replies = talk.hears("action_ask_service", "ask_service", "mitä tarkoittaa karenssi")
    assert replies[0][0].startswith(glossary_entry("karenssi").text_fi)


def test_anger_is_met_with_a_human(talk):
    assert kinds(talk.hears("action_complaint", "complaint", "ihan paska botti")) == ["handoff"]


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


def test_what_was_told_last_can_be_forgotten_on_the_spot(talk):
    talk.hears("action_take", "inform", "", told("paihteiden_kaytto_huolena", True))
    offered = talk.hears("action_delete_data", "delete_data", "älä kirjota sitä mihinkään")
    option = offered[0][1]["options"][0]
    assert option["fact"] == "paihteiden_kaytto_huolena"
    replies = talk.hears("action_take", "choose", "/choose", choices=[{"fact": option["fact"], "forget": True}])
    assert replies[0][0] == talk.said("forgotten")
    assert talk.known() == {}


def test_a_masked_number_is_told(talk):
    replies = talk.hears("action_take", "inform", "", told("ika", 52), masked=["phone"])
    assert replies[0][0] == talk.said("masked_told")


def test_outside_service_hours_no_live_human_is_promised(talk):
    talk.closed = "arkisin klo 9-16"
    assert "arkisin klo 9-16" in talk.hears("action_human", "ask_human")[0][0]
    assert "arkisin klo 9-16" in talk.hears("action_take", "inform", "", urgent="itsetuhoisuus")[0][0]


def test_a_plain_answer_to_a_plain_question_is_not_repeated(talk):
    talk.hears("action_start", "command_start")
    replies = talk.hears("action_take", "inform", "oon työtön", told("tyollisyystilanne", "tyoton"))
    assert kinds(replies) == ["question"]


def test_a_number_is_repeated_for_it_is_easily_misread(talk):
    talk.hears("action_take", "inform", "", told("tyollisyystilanne", "tyoton"))
    replies = talk.hears("action_take", "inform", "puoltoist vuotta", told("tyottomyys_kk", 18))
    assert "18 kuukautta" in replies[0][0]


def test_a_deadline_is_told_at_once(talk, book):
    (note, *_) = book.interview.notes
    replies = talk.hears("action_take", "inform", "", told("kela_kehotus", True))
    assert note.text_fi in [text for text, _ in replies]
    pressed = talk.hears("action_take", "choose", "/choose", choices=[{"fact": "kela_kehotus", "value": True}])
    assert note.text_fi in [text for text, _ in pressed]


def test_three_skips_in_a_row_offer_the_result(talk):
    talk.hears("action_start", "command_start")
    for _ in range(2):
        assert kinds(talk.hears("action_skip", "command_skip"))[-1] == "question"
    third = talk.hears("action_skip", "command_skip")
    assert [option["command"] for option in third[0][1]["options"]] == ["result", "start"]


def test_one_without_a_roof_sees_numbers_for_today(talk):
    replies = talk.hears("action_take", "inform", "", told("asuminen", "asunnoton"))
    assert "urgent" in kinds(replies)


def test_refusing_health_is_one_calm_sentence(talk):
    replies = talk.hears("action_take", "inform", "en puhu terveydestä", told("terveyskysymykset", "kieltaydytty"))
    assert replies[0][0] == talk.said("health_declined")


def test_a_correction_of_the_last_answer_is_told_back_and_the_question_comes_again(talk):
    before = talk.hears("action_take", "inform", "", told("ika", 54))
    replies = talk.hears("action_take", "correct", "ei vaan 45", told("ika", 45))
    assert replies[0][0] == talk.said("corrected", facts="olet 45-vuotias")
    assert asked(replies) == asked(before)
    assert talk.known() == {"ika": 45}


def test_what_was_answered_last_is_kept_for_a_correction_whether_told_or_pressed(talk):
    talk.hears("action_take", "inform", "", told("ika", 52), told("tyollisyystilanne", "tyoton"))
    assert talk.kept.case.dialogue.told == ("ika", "tyollisyystilanne")
    fact = talk.kept.case.dialogue.pending.asked[0]
    talk.hears("action_take", "choose", "/choose", choices=[{"fact": fact, "dont_know": True}])
    assert talk.kept.case.dialogue.told == (fact,)
    talk.hears("action_thank", "thank", "kiitti")
    assert talk.kept.case.dialogue.told == (fact,)


def test_a_correction_that_says_nothing_new_asks_the_last_answer_again(talk, book):
    pending = asked(talk.hears("action_take", "inform", "", told("ika", 54)))
    replies = talk.hears("action_take", "correct", "meni väärin")
    assert replies[0][0] == talk.said("correct_again", question=book.fact("ika").question_fi)
    assert asked(replies) == ["ika"]
    assert asked(talk.hears("action_take", "inform", "45", told("ika", 45))) == pending


def test_when_much_was_told_a_correction_asks_what_of_it_is_wrong(talk):
    talk.hears("action_take", "inform", "", told("ika", 54), told("velkaongelma", True))
    replies = talk.hears("action_take", "correct", "meni väärin")
    assert replies[0][0] == talk.said("correct_which")
    assert [option.get("fact") for option in replies[0][1]["options"]] == ["ika", "velkaongelma", None]


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


def test_what_is_told_again_is_not_told_back_again(talk):
    talk.hears("action_take", "inform", "", told("mielenterveyden_oireita", True))
    replies = talk.hears("action_take", "inform", "masentaa", told("mielenterveyden_oireita", True))
    assert replies[0][0] == talk.said("known_already")


def test_how_to_correct_is_said_once(talk):
    talk.hears("action_take", "inform", "", told("ika", 52))
    replies = talk.hears("action_take", "inform", "", told("kotikunta", "Pori"))
    assert replies[0][0] == talk.said("understood_again", facts="kotikuntasi on Pori")


def test_a_reading_that_is_not_talked_about_is_declined(talk):
    talk.hears("action_take", "inform", "", told("paihteiden_kaytto_huolena", True, certain=False))
    replies = talk.hears("action_take", "refuse", "en haluu puhua siitä")
    assert kinds(replies)[-1] == "question"
    assert talk.kept.case.facts.get("paihteiden_kaytto_huolena") is DECLINED


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


def agree(talk, words):
    talk.kept.case = replace(talk.kept.case, agreed=words)


def test_what_was_agreed_with_a_human_is_said_once_and_first(talk):
    agree(talk, "soitat velkaneuvontaan")
    first = talk.hears("action_take", "inform", "", told("ika", 52))
    assert first[0][0] == talk.said("agreed_recalled", agreed="soitat velkaneuvontaan")
    assert kinds(first)[-1] == "question"
    again = talk.hears("action_take", "inform", "", told("tyollisyystilanne", "tyoton"))
    assert all("soitat velkaneuvontaan" not in text for text, _ in again)


def test_in_danger_nothing_that_was_agreed_is_brought_up(talk):
    agree(talk, "soitat velkaneuvontaan")
    replies = talk.hears("action_take", "inform", "en jaksa elää", urgent="itsetuhoisuus")
    assert all("soitat velkaneuvontaan" not in text for text, _ in replies)
    assert talk.kept.case.dialogue.recalled is False


def test_help_beside_a_question_tells_what_it_is_asked_for(talk, book):
    fact = asked(talk.hears("action_start", "command_start"))[0]
    replies = talk.hears("action_help", "help", "en ymmärrä kysymystä")
    assert book.fact(fact).help_fi in replies[0][0]
    assert asked(replies) == [fact]


def test_anger_that_goes_on_is_not_answered_in_the_same_words(talk):
    once = talk.hears("action_complaint", "complaint", "ihan paska")
    twice = talk.hears("action_complaint", "complaint", "tosi paska")
    assert once[0][0] != twice[0][0]
