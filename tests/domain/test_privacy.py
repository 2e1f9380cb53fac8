import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban, luhn
from stdnum.fi import hetu

from domain.privacy import mask

MINUS = "-YXWVU"
CENTURY_SIGNS = {1800: "+", 1900: MINUS, 2000: "ABCDEF"}
CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
IBAN_LENGTHS = {"FI": 18, "SE": 24, "DE": 22, "EE": 20, "NO": 15}


@st.composite
def identity_codes(draw):
    born = draw(st.dates(date(1850, 1, 1), date(2030, 12, 31)))
    sign = draw(st.sampled_from(CENTURY_SIGNS[born.year // 100 * 100]))
    digits = f"{born:%d%m%y}{draw(st.integers(2, 899)):03}"
    return f"{digits[:6]}{sign}{digits[6:]}{CHECK[int(digits) % 31]}"


@given(identity_codes(), st.sampled_from(["", " ", "\u00a0", "  "]), st.booleans(), st.data())
def test_every_identity_code_is_masked_however_it_is_written(code, space, lower, data):
    assert hetu.is_valid(code)
    sign = data.draw(st.sampled_from(["\u2013", "\u2212", "-"])) if code[6] == "-" else code[6]
    written = f"{code[:6]}{space}{sign}{space}{code[7:10]}{data.draw(st.sampled_from(['', ' ']))}{code[10]}"
    written = written.lower() if lower else written
    masked = mask(f"Hetuni on {written}, kiitos.")
    assert masked.text == "Hetuni on [henkilötunnus poistettu], kiitos."
    assert masked.found == ("identity_code",)


@given(identity_codes())
def test_an_identity_code_without_its_sign_is_masked(code):
    bare = code[:6] + code[7:]
    assert bare not in mask(f"olen {bare}").text
    assert code[-4:] not in mask(f"{code[:6]} {code[7:]}").text


@given(identity_codes(), st.text(max_size=30), st.text(max_size=30))
def test_no_surrounding_text_hides_an_identity_code(code, before, after):
    assert code not in mask(f"{before} {code} {after}").text


@pytest.mark.parametrize(
    "number",
    [
        "040 1234567",
        "0401234567",
        "040-123 4567",
        "040.123.4567",
        "(040) 123 4567",
        "+358 40 123 4567",
        "+358401234567",
        "00358 40 123 4567",
        "050 765 4321",
        "014 123 456",
        "09 123 4567",
        "+46 70 123 45 67",
        "nolla neljä nolla yks kaks kolme neljä viis kuus seiska",
        "nolla, viisi, nolla, yksi, kaksi, kolme, neljä, viisi",
        "040 yks kaks kolme neljä viis kuus seittemän",
    ],
)
def test_a_phone_number_is_masked(number):
    masked = mask(f"Numeroni on {number}. Soita!")
    assert masked.text == "Numeroni on [puhelinnumero poistettu]. Soita!"
    assert masked.found == ("phone",)


@pytest.mark.parametrize(
    "address",
    [
        "matti.meikalainen@example.com",
        "Matti@Example.FI",
        "matti @ example.fi",
        "matti(at)example.fi",
        "matti (at) example piste fi",
        "matti ät example.fi",
        "äiti+työ@posti.example.fi",
    ],
)
def test_an_email_address_is_masked(address):
    masked = mask(f"posti: {address}, kiitos")
    assert masked.text == "posti: [sähköpostiosoite poistettu], kiitos"
    assert masked.found == ("email",)


@given(st.sampled_from(sorted(IBAN_LENGTHS)), st.data())
def test_a_valid_iban_of_any_country_is_masked(country, data):
    body = data.draw(st.from_regex(rf"[0-9]{{{IBAN_LENGTHS[country] - 4}}}", fullmatch=True))
    check = iban.calc_check_digits(f"{country}00{body}")
    number = f"{country}{check}{body}"
    spaced = " ".join(number[i : i + 4] for i in range(0, len(number), 4))
    if iban.is_valid(number, check_country=False):
        assert mask(f"tili {number} kiitos").text == "tili [tilinumero poistettu] kiitos"
        assert mask(f"tili {spaced} kiitos").text == "tili [tilinumero poistettu] kiitos"


def test_a_finnish_account_with_a_typing_error_is_masked():
    assert mask("tili FI21 1234 5600 0007 86 kiitos").text == "tili [tilinumero poistettu] kiitos"


@given(st.from_regex(r"[3-6][0-9]{14}", fullmatch=True), st.sampled_from(["", " ", "-"]))
def test_a_payment_card_is_masked(body, gap):
    number = body + luhn.calc_check_digit(body)
    written = gap.join(number[i : i + 4] for i in range(0, 16, 4))
    assert written not in mask(f"kortti {written} kiitos").text


@pytest.mark.parametrize(
    "text",
    [
        "Soita 112 tai 116 117 tai 116117.",
        "Nollalinja 080 005 005 ja 116 016, Kriisipuhelin 09 2525 0111",
        "Myrkytystietokeskus 0800 147 111",
        "olin töissä 2015-2019 ja 1.2.2020 - 31.3.2021",
        "määräaika 01.05.2024-31.08.2024",
        "tapaaminen 02.03.2020-2024",
        "syntynyt 12.3.1985",
        "klo 08.30-16.00",
        "päivystys 24/7",
        "vuokra 1 200,50 € ja velkaa 12 500 000 mk",
        "kuntakoodi 091 ja postinumero 00100 Helsinki",
        "15 vuotta 6 kk",
        "työkyky 7/10, ikä 45",
        "Y-tunnus 1234567-8",
        "2000 2015 2020 2021",
        "olen 50 vuotias ja 3 lasta 5, 7 ja 9 vuotta",
        "palkka 2500 euroa kuussa",
        "lomake KT12 2024",
        "valtatie 4 oli poikki ja rautatie 3 km päässä",
        "kävelen kadulla 3 tuntia päivässä",
        "asuin kotikadulla 12 vuotta",
        "opintopolku 3 ja kuntoutuspolku 2",
        "oma tie 5 valmis",
        "kerrostalo 12 neliötä",
        "asianumeroni on 12345678, tulot 40 000",
        "seuraa @tyollisyys somessa",
        "yksi kaksi kolme ja neljä lasta",
    ],
)
def test_what_is_no_personal_number_stays(text):
    masked = mask(text)
    assert masked.text == text
    assert masked.found == ()


@pytest.mark.parametrize(
    "address",
    [
        "Mäkelänkatu 12 B 4",
        "mäkelänkatu 12",
        "Mannerheimintie 5 A 12",
        "Hämeenkadulla 7",
        "koivukuja 3 as 5",
        "Storgatan 14",
        "Koulupolku 9 b",
        "Niittyrinne 22 C",
        "Rantakatu 3-5",
    ],
)
def test_a_street_with_a_house_number_is_masked(address):
    masked = mask(f"asun {address}, Helsinki")
    assert masked.text == "asun [katuosoite poistettu], Helsinki"
    assert masked.found == ("street",)


@pytest.mark.parametrize("number", ["40 1234567", "501234567", "45 123 4567", "44-1234567"])
def test_a_number_without_its_zero_is_masked_where_it_is_called(number):
    assert mask(f"Numeroni on {number}, soita.").text == "Numeroni on [puhelinnumero poistettu], soita."
    assert mask(f"velkaa {number}").found == ()


@given(st.text())
def test_masking_twice_is_masking_once(text):
    once = mask(text)
    assert mask(once.text).text == once.text


@given(st.text(alphabet="0123456789 -+.aAbBfFiI@()/nolla", max_size=200))
def test_masking_twice_is_masking_once_for_texts_full_of_numbers(text):
    once = mask(text)
    assert mask(once.text).text == once.text


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "1 ", "aa11 ", "@", "0 ", "nolla ", "a@a", "010190-", "FI21", "a.b", "04.05.", "(+1", ". ", "katu "],
)
def test_hostile_text_of_100_kb_takes_linear_time(piece):
    def seconds(size):
        text = (piece * (size // len(piece) + 1))[:size]
        began = time.process_time()
        mask(text)
        return time.process_time() - began

    small, large = seconds(25_000), seconds(100_000)
    assert large < max(8 * small, 0.3)
    assert large < 5


def test_several_kinds_are_told_in_one_message():
    masked = mask("Olen 131052-308T, puh 0401234567, a.b@example.fi, tili FI21 1234 5600 0007 85")
    assert masked.text == (
        "Olen [henkilötunnus poistettu], puh [puhelinnumero poistettu], [sähköpostiosoite poistettu], "
        "tili [tilinumero poistettu]"
    )
    assert sorted(masked.found) == ["email", "iban", "identity_code", "phone"]
