"""From what was heard to what is learned: answers, corrections and readings that must be confirmed first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from actions.hearing import Heard, Reading
from actions.ports import Case, Learned
from domain.facts import DECLINED, DONT_KNOW, Facts, Known, Skipped, plain
from domain.rules import RuleBook, Screen

DENIES = "deny"
AFFIRMS = "affirm"
NOTHING = "ei_mitaan"
OF_SOMEONE_CLOSE = "laheisen_kriisi"
REFUSES: dict[str, Skipped] = {"refuse": DECLINED, "dont_know": DONT_KNOW}
WORDS_OF_A_PLAIN_NO = 2
# "Ei mikään" and "ei mitään" begin alike.
LETTERS_OF_NONE, WORDS_OF_NONE = 5, 4
WORDS_OF_A_PLAIN_ANSWER = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """What one message gives: the answers, the facts with them, and one probable reading to ask about.

    `known_before` are the facts that it only tells again.
    """

    learned: tuple[Learned, ...]
    facts: Facts
    corrected: frozenset[str]
    to_confirm: Reading | None
    confirm_denied: bool
    forgotten: tuple[str, ...] = ()
    known_before: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        """True when the message gave no answer of any kind."""
        return not self.learned and self.to_confirm is None and not self.confirm_denied and not self.forgotten


def take(heard: Heard, case: Case, book: RuleBook) -> Taken:
    """Collect every answer in the message. Readings and choices that the vocabulary refuses are left out."""
    if accepts(heard, case) is not None:
        return Taken((), case.facts, frozenset(), None, confirm_denied=False)
    heard = _in_stored_form(heard, book)
    confirmed = _confirmation(heard) if case.dialogue.pending.confirm else None
    found = (_confirmed(case, book) if confirmed else _unconfirmed(heard, case)) | _answers(heard, case, book)
    forgotten = tuple(choice.fact for choice in heard.choices if choice.forget and choice.fact)
    facts = case.facts
    for fact in forgotten:
        facts = facts.without(fact)
    for one in found.values():
        facts = facts.with_answer(one.fact, one.answer)
    learned = tuple(found.values())
    return Taken(
        learned,
        facts,
        corrected=_corrected(case.facts, learned),
        to_confirm=_probable(heard, found, case, book),
        confirm_denied=confirmed is False,
        forgotten=forgotten,
        known_before=frozenset(one.fact for one in learned if case.facts.get(one.fact) == one.answer),
    )


def _in_stored_form(heard: Heard, book: RuleBook) -> Heard:
    """What was heard with a municipality by its name of today; what does not fit stays and is left out later."""
    readings = (
        replace(one, value=book.vocabulary.settled(one.fact, one.value)) if _fits(book, one.fact, one.value) else one
        for one in heard.readings
    )
    choices = (
        replace(one, value=book.vocabulary.settled(one.fact, one.value))
        if one.fact is not None and one.value is not None and _fits(book, one.fact, one.value)
        else one
        for one in heard.choices
    )
    return replace(heard, readings=tuple(readings), choices=tuple(choices))


def accepts(heard: Heard, case: Case) -> bool | None:
    """Whether a few words take or leave what was offered last; None when they do neither."""
    if case.dialogue.pending.offer is None or heard.choices or len(heard.text.split()) > WORDS_OF_A_PLAIN_ANSWER:
        return None
    return {AFFIRMS: True, DENIES: False}.get(heard.intent)


def _answers(heard: Heard, case: Case, book: RuleBook) -> dict[str, Learned]:
    pending = case.dialogue.pending
    found = _nothing_more(heard, case, book) | _told(heard, case, book) | _chosen(heard, case, book)
    screen = book.screen(pending.screen)
    if screen is not None:
        found |= {one.fact: one for one in _left_unchosen(heard, screen, pending.asked, found)}
    return found


def _confirmed(case: Case, book: RuleBook) -> dict[str, Learned]:
    if case.dialogue.pending.confirm is None:
        return {}
    fact, value = case.dialogue.pending.confirm
    partial = book.vocabulary[fact].type == "set"
    return {fact: Learned(fact, _known(case.facts, fact, value, partial=partial))}


def _unconfirmed(heard: Heard, case: Case) -> dict[str, Learned]:
    """One who does not want to say or does not know whether a reading is right has answered all the same."""
    confirm, answer = case.dialogue.pending.confirm, REFUSES.get(heard.intent)
    if confirm is None or answer is None:
        return {}
    return {confirm[0]: withheld(case.facts, confirm[0], answer, heard.text)}


def _told(heard: Heard, case: Case, book: RuleBook) -> dict[str, Learned]:
    found = {
        reading.fact: Learned(reading.fact, _read(case.facts, reading, case.dialogue.pending.asked), reading.words)
        for reading in heard.readings
        if reading.certain and _fits(book, reading.fact, reading.value)
    }
    if heard.urgent == OF_SOMEONE_CLOSE:
        found = {}
    for fact in heard.refused:
        found.setdefault(fact, withheld(case.facts, fact, DECLINED, heard.text))
    for fact in heard.dont_know:
        found.setdefault(fact, withheld(case.facts, fact, DONT_KNOW, heard.text))
    return found


def _confirmation(heard: Heard) -> bool | None:
    pressed = [choice.confirm for choice in heard.choices if choice.confirm is not None]
    if pressed:
        return pressed[0]
    return {AFFIRMS: True, DENIES: False}.get(heard.intent)


def _fits(book: RuleBook, fact: str, value: object) -> bool:
    return fact in book.vocabulary and not book.vocabulary.check({fact: value})


def _read(facts: Facts, reading: Reading, asked: tuple[str, ...]) -> Known:
    return _known(facts, reading.fact, reading.value, partial=reading.partial and reading.fact not in asked)


def _known(facts: Facts, fact: str, value: object, *, partial: bool) -> Known:
    """Add what was named in passing to what is known of a set; anything else replaces."""
    before, told = facts.get(fact), plain(value)
    if partial and isinstance(before, Known) and isinstance(before.value, tuple) and isinstance(told, tuple):
        return Known(plain({*before.value, *told}), partial=before.partial)
    return Known(told, partial=partial)


def _nothing_more(heard: Heard, case: Case, book: RuleBook) -> dict[str, Learned]:
    """A plain no to a list: nothing of it, or nothing beyond what was told before."""
    asked, plain_no = case.dialogue.pending.asked, len(heard.text.split()) <= WORDS_OF_A_PLAIN_NO
    if heard.intent != DENIES or not plain_no or heard.readings:
        return {}
    if len(asked) != 1 or book.fact(asked[0]).type != "set":
        return {}
    told, nothing = case.facts.get(asked[0]), [value.id for value in book.fact(asked[0]).values if value.id == NOTHING]
    whole = told.value if isinstance(told, Known) else plain(nothing)
    return {asked[0]: Learned(asked[0], Known(whole))}


def withheld(facts: Facts, fact: str, answer: Skipped, words: str | None = None) -> Learned:
    """A refusal takes back nothing: what was told of a set in passing becomes all that there is to tell."""
    told = facts.get(fact)
    return Learned(fact, Known(told.value)) if isinstance(told, Known) else Learned(fact, answer, words)


def _chosen(heard: Heard, case: Case, book: RuleBook) -> dict[str, Learned]:
    found: dict[str, Learned] = {}
    for choice in heard.choices:
        if choice.fact is None or choice.fact not in book.vocabulary:
            continue
        if choice.declined or choice.dont_know:
            found[choice.fact] = withheld(case.facts, choice.fact, DECLINED if choice.declined else DONT_KNOW)
        elif choice.value is not None and _fits(book, choice.fact, choice.value):
            found[choice.fact] = Learned(choice.fact, Known(plain(choice.value)))
    return found


def _left_unchosen(
    heard: Heard, screen: Screen, asked: tuple[str, ...], found: dict[str, Learned]
) -> Iterable[Learned]:
    """A chip that was seen and left by button is an answer too. Words answer only for what they name: the other chips
    stay unknown, and are not asked again.
    """
    chips = {chip.fact for chip in screen.chips} & set(asked)
    by_button = bool(heard.choices or heard.seen)
    said_none = heard.intent == DENIES and not heard.readings and _says_none(heard.text, screen)
    if not (by_button or said_none or any(reading.fact in chips for reading in heard.readings)):
        return
    pressed = {choice.fact for choice in heard.choices}
    seen = set(heard.seen) or chips
    for chip in screen.chips:
        if chip.fact in seen and chip.fact not in pressed and chip.fact not in found:
            yield Learned(chip.fact, Known(chip.unchosen) if by_button or said_none else DONT_KNOW)


def _says_none(text: str, screen: Screen) -> bool:
    """Whether the words are a bare no or begin as the chip does that says "none of these"."""
    begins = text.casefold().startswith(screen.none_fi.casefold()[:LETTERS_OF_NONE])
    return len(text.split()) <= (WORDS_OF_NONE if begins else WORDS_OF_A_PLAIN_NO)


def _corrected(before: Facts, learned: tuple[Learned, ...]) -> frozenset[str]:
    return frozenset(
        one.fact
        for one in learned
        if isinstance(was := before.get(one.fact), Known) and isinstance(one.answer, Known) and was != one.answer
    )


def _probable(heard: Heard, found: dict[str, Learned], case: Case, book: RuleBook) -> Reading | None:
    for reading in heard.readings:
        known = case.facts.get(reading.fact)
        if reading.certain or reading.fact in found or not _fits(book, reading.fact, reading.value):
            continue
        if not isinstance(known, Known):
            return reading
    return None
