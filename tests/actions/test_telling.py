"""How what is told is taken, told back, confirmed, corrected and forgotten."""

from domain.facts import DECLINED
from tests.actions.dialogue import asked, kinds, told


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


def test_what_weighs_most_is_repeated_first_and_what_is_left_out_is_counted(talk):
    light = ("opiskelee", "maahanmuuttanut", "digitaidot_heikot", "velkaongelma", "huollettavat_lapset")
    heavy = told("rahat_eivat_riita", True)
    replies = talk.hears("action_take", "inform", "", *(told(fact, False) for fact in light), told("ika", 40), heavy)
    assert "että rahat eivät riitä" in replies[0][0]
    assert "3 muuta" in replies[0][0]


def test_a_button_needs_no_echo(talk):
    talk.hears("action_start", "command_start")
    choice = [{"fact": "tyollisyystilanne", "value": "tyoton"}]
    replies = talk.hears("action_take", "choose", "/choose", choices=choice)
    assert kinds(replies) == ["question"]
    assert "tyollisyystilanne" not in asked(replies)


def test_a_plain_answer_to_a_plain_question_is_not_repeated(talk):
    talk.hears("action_start", "command_start")
    replies = talk.hears("action_take", "inform", "oon työtön", told("tyollisyystilanne", "tyoton"))
    assert kinds(replies) == ["question"]


def test_a_number_is_repeated_for_it_is_easily_misread(talk):
    talk.hears("action_take", "inform", "", told("tyollisyystilanne", "tyoton"))
    replies = talk.hears("action_take", "inform", "puoltoist vuotta", told("tyottomyys_kk", 18))
    assert "18 kuukautta" in replies[0][0]


def test_what_is_told_again_is_not_told_back_again(talk):
    talk.hears("action_take", "inform", "", told("mielenterveyden_oireita", True))
    replies = talk.hears("action_take", "inform", "masentaa", told("mielenterveyden_oireita", True))
    assert replies[0][0] == talk.said("known_already")


def test_how_to_correct_is_said_once(talk):
    talk.hears("action_take", "inform", "", told("ika", 52))
    replies = talk.hears("action_take", "inform", "", told("kotikunta", "Pori"))
    assert replies[0][0] == talk.said("understood_again", facts="kotikuntasi on Pori")


def test_a_deadline_is_told_at_once(talk, book):
    (note, *_) = book.interview.notes
    replies = talk.hears("action_take", "inform", "", told("kela_kehotus", True))
    assert note.text_fi in [text for text, _ in replies]
    pressed = talk.hears("action_take", "choose", "/choose", choices=[{"fact": "kela_kehotus", "value": True}])
    assert note.text_fi in [text for text, _ in pressed]


def test_a_masked_number_is_told(talk):
    replies = talk.hears("action_take", "inform", "", told("ika", 52), masked=["phone"])
    assert replies[0][0] == talk.said("masked_told")


def test_facts_told_beside_a_request_are_taken(talk):
    talk.hears("action_human", "ask_human", "oon 52 ja haluun ihmiselle", told("ika", 52))
    assert talk.known() == {"ika": 52}


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


def test_a_reading_that_is_not_talked_about_is_declined(talk):
    talk.hears("action_take", "inform", "", told("paihteiden_kaytto_huolena", True, certain=False))
    replies = talk.hears("action_take", "refuse", "en haluu puhua siitä")
    assert kinds(replies)[-1] == "question"
    assert talk.kept.case.facts.get("paihteiden_kaytto_huolena") is DECLINED


def test_what_was_told_last_can_be_forgotten_on_the_spot(talk):
    talk.hears("action_take", "inform", "", told("paihteiden_kaytto_huolena", True))
    offered = talk.hears("action_delete_data", "delete_data", "älä kirjota sitä mihinkään")
    option = offered[0][1]["options"][0]
    assert option["fact"] == "paihteiden_kaytto_huolena"
    replies = talk.hears("action_take", "choose", "/choose", choices=[{"fact": option["fact"], "forget": True}])
    assert replies[0][0] == talk.said("forgotten")
    assert talk.known() == {}


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
