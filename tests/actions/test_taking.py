"""What one message is taken to mean."""

from actions.hearing import Choice, Reading
from actions.ports import Pending
from actions.taking import take
from domain.facts import DECLINED, DONT_KNOW, Known
from domain.rules import RuleBook


def reading(fact, value, *, certain=True, partial=False):
    return Reading(fact, value, words="omat sanat", certain=certain, partial=partial)


def test_several_facts_of_one_message_are_taken_with_the_persons_words(book, hear, case):
    taken = take(hear(readings=(reading("ika", 52), reading("tyottomyys_kk", 24))), case(), book)
    assert taken.facts.known() == {"ika": 52, "tyottomyys_kk": 24}
    assert [one.words for one in taken.learned] == ["omat sanat", "omat sanat"]


def test_a_value_outside_the_vocabulary_is_left_out(book, hear, case):
    assert take(hear(readings=(reading("ika", 700),)), case(), book).nothing


def test_a_probable_reading_is_asked_about_and_not_taken(book, hear, case):
    taken = take(hear(readings=(reading("velkaongelma", True, certain=False),)), case(), book)
    assert taken.learned == ()
    assert taken.to_confirm is not None
    assert taken.to_confirm.fact == "velkaongelma"


def test_a_confirmed_reading_counts(book, hear, case):
    asked = Pending(confirm=("velkaongelma", True))
    assert take(hear("joo", "affirm"), case(asked), book).facts.known() == {"velkaongelma": True}


def test_a_denied_reading_does_not_become_its_opposite(book, hear, case):
    asked = Pending(confirm=("velkaongelma", True))
    taken = take(hear(choices=(Choice(confirm=False),)), case(asked), book)
    assert taken.facts.get("velkaongelma") is None
    assert taken.confirm_denied


def test_a_correction_replaces_and_is_told_apart(book, hear, case):
    taken = take(hear(readings=(reading("tyottomyys_kk", 14),), intent="correct"), case(tyottomyys_kk=24), book)
    assert taken.facts.known() == {"tyottomyys_kk": 14}
    assert taken.corrected == {"tyottomyys_kk"}


def test_what_is_named_in_passing_adds_to_a_set_and_leaves_the_rest_open(book, hear, case):
    taken = take(hear(readings=(reading("etuus", ["asumistuki"], partial=True),)), case(), book)
    assert taken.facts.get("etuus") == Known(("asumistuki",), partial=True)
    more = take(hear(readings=(reading("etuus", ["yleistuki"], partial=True),)), case(etuus=["asumistuki"]), book)
    assert more.facts.get("etuus") == Known(("asumistuki", "yleistuki"), partial=False)


def test_an_answer_to_the_asked_set_is_whole(book, hear, case):
    told = hear(readings=(reading("etuus", ["asumistuki"], partial=True),))
    assert take(told, case(Pending(asked=("etuus",))), book).facts.get("etuus") == Known(("asumistuki",))


def test_refusing_and_not_knowing_are_answers(book, hear, case):
    taken = take(hear(refused=("velkaongelma",), dont_know=("ika",)), case(), book)
    assert taken.facts.get("velkaongelma") is DECLINED
    assert taken.facts.get("ika") is DONT_KNOW


def test_what_was_seen_on_a_screen_and_left_is_an_answer_too(book: RuleBook, hear, case):
    screen = book.interview.screens[0]
    chip, *others = screen.chips
    pending = Pending(asked=tuple(one.fact for one in screen.chips), screen=screen.id)
    pressed = hear(choices=(Choice(chip.fact, chip.value),), intent="choose")
    known = take(pressed, case(pending), book).facts.known()
    for other in others:
        assert known[other.fact] == other.unchosen


def test_a_chip_that_was_not_shown_stays_open(book: RuleBook, hear, case):
    screen = book.interview.screens[0]
    shown, hidden = screen.chips[0], screen.chips[-1]
    pending = Pending(asked=(shown.fact,), screen=screen.id)
    taken = take(hear(intent="deny"), case(pending), book)
    assert taken.facts.get(hidden.fact) is None
    assert taken.facts.known() == {shown.fact: shown.unchosen}


def test_free_text_about_something_else_answers_no_screen(book: RuleBook, hear, case):
    screen = book.interview.screens[0]
    pending = Pending(asked=tuple(one.fact for one in screen.chips), screen=screen.id)
    taken = take(hear(readings=(reading("ika", 30),)), case(pending), book)
    assert taken.facts.known() == {"ika": 30}


def test_a_refusal_takes_back_nothing_that_was_told(book, hear, case):
    taken = take(hear(refused=("toiveet",)), case(toiveet=["palkkatyo"]), book)
    assert taken.facts.get("toiveet") == Known(("palkkatyo",))


def test_a_plain_no_to_a_list_is_nothing_of_it_or_nothing_more(book, hear, case):
    asked = Pending(asked=("etuus",))
    assert take(hear("ei", "deny"), case(asked), book).facts.get("etuus") == Known(("ei_mitaan",))
    assert take(hear("ei muuta", "deny"), case(asked, etuus=["asumistuki"]), book).facts.get("etuus") == Known(
        ("asumistuki",)
    )


def test_words_answer_only_what_they_name_of_a_screen_and_the_rest_is_not_asked_again(book: RuleBook, hear, case):
    screen = book.interview.screens[0]
    chip, other = screen.chips[0], screen.chips[1]
    pending = Pending(asked=tuple(one.fact for one in screen.chips), screen=screen.id)
    taken = take(hear(readings=(reading(chip.fact, chip.value),)), case(pending), book)
    assert taken.facts.get(other.fact) is DONT_KNOW


def test_a_long_no_is_not_none_of_all_these(book: RuleBook, hear, case):
    screen = book.interview.screens[0]
    pending = Pending(asked=tuple(one.fact for one in screen.chips), screen=screen.id)
    assert take(hear("en mä kyllä ymmärrä mitä sä tarkotat", "deny"), case(pending), book).nothing


def test_the_crisis_of_someone_close_is_no_fact_of_the_writer(book, hear, case):
    said = hear("kaverin mies hakkaa sitä", readings=(reading("vakivalta_tai_uhka", True),), urgent="laheisen_kriisi")
    assert take(said, case(), book).nothing


def test_a_no_to_something_else_is_not_none_of_all_these(book: RuleBook, hear, case):
    screen = book.interview.screens[0]
    pending = Pending(asked=tuple(one.fact for one in screen.chips), screen=screen.id)
    assert take(hear("en haluu sinne", "deny"), case(pending), book).nothing
    assert take(hear("ei oo kirjotettu", "deny"), case(Pending(asked=("toiveet",))), book).nothing
    assert not take(hear("Ei mikään näistä", "deny"), case(pending), book).nothing
    assert not take(hear("ei mitään noista", "deny"), case(pending), book).nothing
