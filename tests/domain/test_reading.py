"""Rules and their differences as an expert reads them."""

import pytest

from domain.differing import differences
from domain.editions import edition_of, with_changes
from domain.reading import read_escalation, read_fact, read_need, read_service


@pytest.fixture(scope="module")
def edition(rulebook):
    return edition_of(rulebook, {})


def edited(edition, collection, entry, change):
    content = edition.plain(collection, entry)
    change(content)
    return with_changes(edition, {collection: {entry: content}})


def told(before, after):
    return [
        (one.collection, one.id, one.change, [line.text for line in one.lines]) for one in differences(before, after)
    ]


def test_a_service_is_read_line_by_line_with_its_why(rulebook):
    reading = read_service(rulebook, rulebook.service("yleistuki"))
    required = reading.parts[0]
    assert required.heading == "Kaikkien näiden täytyy toteutua"
    assert ("Ikä: vähintään 17 vuotta", "Etuus on 17 vuotta täyttäneille", "ways.0.lines.1") in [
        (item.text, item.why, item.path) for item in required.items
    ]
    assert "Kelan kehotus hakea muuta etuutta: kyllä" in required.items[0].text
    assert " tai " in required.items[0].text
    assert "- Ikä: enintään 64 vuotta" in reading.text.splitlines()
    headings = [part.heading for part in reading.parts]
    assert {"Vastaa näihin tarpeisiin", "Voimassaolo ja lähde"} <= set(headings)


def test_every_rule_of_the_seed_can_be_read_without_ids_of_facts(rulebook):
    readings = [read_service(rulebook, service) for service in rulebook.services]
    readings += [read_need(rulebook, need) for need in rulebook.needs]
    readings += [read_fact(rulebook, fact) for fact in rulebook.facts]
    readings += [read_escalation(rulebook, rule) for rule in rulebook.escalation]
    ids = {fact.id for fact in rulebook.facts if "_" in fact.id}
    for reading in readings:
        assert all(item.text for part in reading.parts for item in part.items)
        assert not any(i in reading.text for i in ids)


def test_several_ways_are_numbered(rulebook):
    service = next(service for service in rulebook.services if len(service.ways) > 1)
    assert read_service(rulebook, service).parts[1].heading.startswith("Tapa 2")


def test_a_raised_age_limit_is_one_line_in_words(edition):
    def raise_limit(content):
        content["ways"][0]["lines"][1]["any_of"][0]["value"] = 18

    after = edited(edition, "services", "yleistuki", raise_limit)
    text = "Ehto muuttui: Ikä: vähintään 17 vuotta → Ikä: vähintään 18 vuotta"
    assert told(edition, after) == [("services", "yleistuki", "changed", [text])]
    assert differences(edition, after)[0].lines[0].path == "ways.0.lines.1"


def test_texts_lists_and_lines_are_told_each_in_its_way(edition):
    def change(content):
        content["summary_fi"] = "Uusi."
        content["valid_to"] = "2027-12-31"
        content["responds_to"] = content["responds_to"][1:]
        content["ways"][0]["lines"].pop()
        content["ways"][0]["lines"][0]["why_fi"] = "Toinen syy"

    lines = differences(edition, edited(edition, "services", "yleistuki", change))[0].lines
    texts = [line.text for line in lines]
    assert any(text.startswith("tiivistelmä: ") and text.endswith("→ Uusi.") for text in texts)
    assert "voimassa asti: lisätty 2027-12-31" in texts
    assert any(text.startswith("tarpeet, joihin vastaa: poistettu") for text in texts)
    assert any(text.startswith("Poistettu ehto: ") for text in texts)
    assert any(text.startswith("Perustelu muuttui: ") for text in texts)


def test_added_and_deleted_entries_and_a_changed_text(edition):
    content = {**edition.plain("services", "yleistuki"), "id": "uusi", "name_fi": "Uusi palvelu"}
    greeting = {**edition.plain("texts", "greeting"), "en": "Hi."}
    changes = {"services": {"uusi": content, "ansiopaivaraha": None}, "texts": {"greeting": greeting}}
    found = told(edition, with_changes(edition, changes))
    assert ("services", "uusi", "added", []) in found
    assert ("services", "ansiopaivaraha", "deleted", []) in found
    assert ("texts", "greeting", "changed", ["englanti: lisätty Hi."]) in found


def test_a_new_way_is_told_as_a_whole(edition):
    def add(content):
        content["ways"].append({"lines": [content["ways"][0]["lines"][1]]})

    found = told(edition, edited(edition, "services", "yleistuki", add))
    assert found[0][3] == ["Lisätty tapa: Ikä: vähintään 17 vuotta"]


def test_a_changed_question_and_a_changed_order(edition):
    def ask(content):
        content["ask_when"]["ways"][0]["lines"][0]["why_fi"] = "x"

    fact = next(fact.id for fact in edition.book.facts if fact.ask_when and fact.ask_when.ways[0].lines)
    assert told(edition, edited(edition, "facts", fact, ask))[0][3][0].startswith("Perustelu muuttui")
    order = {"order": {"needs": {"id": "needs", "value": list(reversed(edition.ids("needs")))}}}
    found = told(edition, with_changes(edition, order))
    assert [(one[0], one[1]) for one in found] == [("order", "needs")]
