import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.danger import material
from domain.urgency import CARD, SCORECARD, SEED, UrgencySigns, UrgencySignsInvalid
from domain.urgency_data import LABELS

TABLES = Path(__file__).parent / "tables"
ROOT = Path(__file__).parents[2]
EVALUATION = [*ROOT.glob("evaluation/*.jsonl"), *ROOT.glob("../shared/eval/crisis.jsonl")]
NOTHING = "ei mitään"

# The share of messages that must get a label, the right label, and (look-alikes) none, for each table.
LEVELS = {
    "seen": (0.99, 0.99, 0.01),
    "heldout": (0.99, 0.98, 0.01),
    "heldout2": (0.98, 0.98, 0.01),
    "heldout3": (0.99, 0.98, 0.01),
    "heldout4": (0.98, 0.96, 0.01),
    "heldout5": (0.98, 0.98, 0.01),
    "heldout6": (0.98, 0.98, 0.01),
    "heldout7": (0.97, 0.97, 0.01),
    "heldout8": (0.97, 0.95, 0.01),
    "teen": (0.95, 0.9, 0.02),
    "drunk": (0.95, 0.9, 0.02),
    "pensioner": (0.95, 0.9, 0.02),
    "newcomer": (0.95, 0.9, 0.02),
    "dialect": (0.95, 0.9, 0.02),
    "mother": (0.95, 0.9, 0.02),
    "exprisoner": (0.95, 0.88, 0.02),
    "careful": (0.95, 0.9, 0.02),
    "mixed": (0.95, 0.9, 0.02),
    "learners": (0.96, 0.9, 0.01),
    "men": (0.97, 0.89, 0.01),
    "others": (0.98, 0.86, 0.01),
    "women": (0.98, 0.9, 0.01),
    "long": (0.97, 0.84, 0.17),
    "quiet": (0.97, 0.88, 0.02),
    **dict.fromkeys(("angry", "harm", "twins"), (0.97, 0.92, 0.03)),
    **dict.fromkeys(("adults", "dialects", "homes", "innocent", "interview", "near", "night"), (0.98, 0.91, 0.02)),
    **dict.fromkeys(("north", "rural", "schooled", "short", "various", "young"), (0.98, 0.91, 0.02)),
    **dict.fromkeys(("plain_calm", "plain_mixed", "plain_phone", "plain_rest"), (0.98, 0.92, 0.02)),
    **dict.fromkeys(("plain_self", "plain_violence"), (0.98, 0.92, 0.02)),
}
# What is measured with other words around each message, eight times over.
OLDER = [name for name in LEVELS if name.startswith(("seen", "heldout"))]
OLDER += ["teen", "drunk", "pensioner", "newcomer", "dialect", "mother", "exprisoner", "careful", "mixed"]
SURROUNDINGS = [
    ("Olen työtön vuodesta 2019, ", ""),
    ("oon ollu työttömänä viime vuodesta ja ", ""),
    ("", ", opiskelin ennen lähihoitajaksi"),
    ("kävin kurssin ja olin työharjoittelussa mutta nyt ", ""),
    ("katoin teidän sivuja ja ", ""),
    ("olin ennen töissä kaupassa asiakaspalvelussa, ", ""),
    ("ei oo mitään hätää mutta ", ""),
    ("Hei. Olen 34-vuotias nainen. ", ". Kiitos jos vastaat."),
]


@pytest.fixture(scope="module")
def signs():
    return UrgencySigns.load()


def rows(name):
    """Messages of a table with the labels that count as right (none: no alarm)."""
    labels = ()
    for line in (TABLES / f"urgency_{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            labels = () if heading == NOTHING else tuple(heading.split("|"))
        elif line and not line.startswith("#"):
            yield labels, line


def given_label(signs, text):
    found = signs.label(text)
    return found.label if found else None


@pytest.mark.parametrize("name", LEVELS)
def test_tables_of_messages_stay_at_their_level(signs, name):
    recall, right, alarms = LEVELS[name]
    urgent = [(labels, given_label(signs, text)) for labels, text in rows(name) if labels]
    calm = [given_label(signs, text) for labels, text in rows(name) if not labels]
    assert sum(found is not None for _, found in urgent) >= recall * len(urgent)
    assert sum(found in labels for labels, found in urgent) >= right * len(urgent)
    assert sum(found is not None for found in calm) <= alarms * len(calm)


@pytest.mark.parametrize(("before", "after"), SURROUNDINGS)
def test_what_else_is_told_hides_no_sign_and_makes_none(signs, before, after):
    texts = [(labels, text) for name in OLDER for labels, text in rows(name)]
    urgent = [text for labels, text in texts if labels and signs.label(text)]
    calm = [text for labels, text in texts if not labels and not signs.label(text)]
    assert sum(signs.label(before + text + after) is not None for text in urgent) >= 0.98 * len(urgent)
    assert sum(signs.label(before + text + after) is not None for text in calm) <= 0.03 * len(calm)


def test_the_tables_know_every_label():
    assert {label for name in LEVELS for labels, _ in rows(name) for label in labels} == set(LABELS)


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("HALUAN KUOLLA", "itsetuhoisuus"),
        ("haluaaaaan kuollaaaaa", "itsetuhoisuus"),
        ("itse murha ajatuksia on", "itsetuhoisuus"),
        ("itsemurja-ajatuksia", "itsetuhoisuus"),
        ("ha\u00adluan kuo\u200blla", "itsetuhoisuus"),
        ("en jaksa ela\u0308a\u0308", "itsetuhoisuus"),
        ("en jaksa elaa", "itsetuhoisuus"),
        ("m13s hakkaa mua", "vakivalta"),
        ("mies    hakkaa\tmua", "vakivalta"),
    ],
)
def test_spelling_does_not_hide_a_sign(signs, written, label):
    assert given_label(signs, written) == label


def test_the_words_that_showed_it_are_told(signs):
    found = signs.label("Moi! Olen työtön ja Haluan  kuolla. Mitä teen?")
    assert found.label == "itsetuhoisuus"
    assert found.words == ("Haluan", "kuolla")


def test_what_no_pattern_foresees_is_weighed_and_its_words_are_told(signs):
    text = "kierrän yöbusseilla ku ei oo kotii"
    assert signs.by_rule(text) is None
    found = signs.label(text)
    assert (found.label, found.rule) == ("asunnoton_tanaan", SCORECARD)
    assert set(found.words) <= set(text.split())
    assert "yöbusseilla" in found.words


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("otin just 40 panacodia", "hengenvaara"),
        ("nielin äsken 25 imovanee", "hengenvaara"),
        ("otin juuri 30 euroa lainaa", None),
        ("otin nyt 20 minuutin tauon", None),
    ],
)
def test_a_medicine_of_any_name_counts_by_its_number(signs, text, label):
    assert given_label(signs, text) == label


def test_a_pattern_is_not_believed_where_all_else_speaks_against_it(signs):
    text = "vedän turpaan hampurilaista"
    assert signs.by_rule(text)
    assert signs.label(text) is None


@pytest.mark.parametrize(
    "text", ["karenssi, ei rahaa ruokaan tänään", "ei oo syöny kolmeen päivään", "rahat loppu ja jääkaappi tyhjä"]
)
def test_hunger_of_an_adult_is_no_sign(signs, text):
    assert signs.label(text) is None


@pytest.mark.parametrize("path", EVALUATION, ids=lambda path: path.stem)
def test_no_message_of_the_evaluation_is_learned_from(path):
    kept = {json.loads(line)["text"].casefold() for line in path.read_text(encoding="utf-8").splitlines()}
    learned = {text.casefold() for name in LEVELS for _, text in rows(name)}
    learned |= {example.text.casefold() for example in material.bank(100)}
    assert not kept & learned


def test_signs_in_different_sentences_are_not_joined(signs):
    assert signs.label("Löin vetoa. Mua naurattaa.") is None


def test_the_most_pressing_of_several_signs_is_given(signs):
    assert given_label(signs, "Mies hakkaa mua. Otin kaikki tabletit.") == "hengenvaara"


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(text):
    found = FUZZED.label(text)
    assert found is None or found.label in LABELS


@given(st.lists(st.sampled_from([text for name in LEVELS for _, text in rows(name)]), max_size=4).map(" ".join))
def test_any_order_of_known_messages_is_read(text):
    found = FUZZED.label(text)
    assert found is None or found.words


FUZZED = UrgencySigns.load()


def test_a_usual_message_takes_about_a_millisecond(signs):
    texts = [text for name in OLDER for _, text in rows(name)]
    began = time.process_time()
    for text in texts:
        signs.label(text)
    assert (time.process_time() - began) / len(texts) < 0.003


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "tapan itseni ",
        "mies löi ",
        "en ",
        "kuolla. ",
        "itsemurja",
        "ei mua ",
        "x, ",
        "1 ",
        "\U0001f62d",
        "haluan kuolla ",
    ],
)
def test_ten_thousand_hostile_characters_are_read_quickly(signs, piece):
    text = (piece * 10_000)[:10_000]
    assert min(seconds(signs, text) for _ in range(3)) < 0.2


def seconds(signs, text):
    """Of this thread's own work; the least of several is free of what the process does beside."""
    began = time.thread_time()
    signs.label(text)
    return time.thread_time() - began


def broken(change):
    data = json.loads(SEED.read_text(encoding="utf-8"))
    card = json.loads(CARD.read_text(encoding="utf-8"))
    change(data, card)
    with pytest.raises(UrgencySignsInvalid) as failure:
        UrgencySigns.from_data(data, card)
    return {(problem.place, problem.code) for problem in failure.value.problems}


def test_every_fault_of_the_data_is_named_with_its_place():
    def change(data, card):
        data["labels"].remove("uhkaus")
        data["words"]["first"] = ["@second"]
        data["words"]["second"] = ["@first .. sana"]
        data["rules"][0]["any"] = ["a .. ", "@nowhere", "&"]
        data["rules"][1]["id"] = data["rules"][2]["id"]
        data["rules"][3]["guards"] = ["nowhere"]
        data["rules"][4]["unless"] = ["x|"]
        del card["labels"]["uhkaus"]

    assert broken(change) == {
        ("labels", "label_missing"),
        ("words.first", "circular_group"),
        ("words.second", "circular_group"),
        ("rules.0.any.0", "bad_pattern"),
        ("rules.0.any.1", "unknown_group"),
        ("rules.0.any.2", "bad_pattern"),
        ("rules.2.id", "id_twice"),
        ("rules.3.guards", "unknown_guard"),
        ("rules.4.unless.0", "bad_pattern"),
    }


def test_every_fault_of_the_shape_is_named_with_its_place():
    def change(data, card):
        data["rules"][0]["label"] = "muu"
        del data["rules"][1]["id"]
        data["extra"] = 1

    assert {place for place, _ in broken(change)} == {"rules.0.label", "rules.1.id", "extra"}


def test_a_fault_in_the_shape_of_the_scorecard_is_named_with_its_place():
    def change(data, card):
        card["danger"]["weights"]["sana"] = "paljon"

    assert {place for place, _ in broken(change)} == {"danger.weights.sana"}


def test_broken_json_is_told_with_its_line(tmp_path):
    path = tmp_path / "urgency.json"
    path.write_text('{\n"labels": [,]}', encoding="utf-8")
    with pytest.raises(UrgencySignsInvalid) as failure:
        UrgencySigns.load(path)
    assert [(problem.place, problem.code) for problem in failure.value.problems] == [("urgency.json:2", "broken_json")]
