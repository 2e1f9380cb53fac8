"""Tells personal numbers from look-alikes: check characters, lengths, dates."""

import re
from collections.abc import Mapping
from itertools import groupby

from stdnum import luhn

CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
ACCOUNT_MODULUS = 97
LAST_DAY = 31
LAST_MONTH = 12
MOBILE = re.compile(r"0(?:4\d|50)")
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}")
TIME = re.compile(r"\d{1,2}[.:]\d{2}\s?[-\u2010-\u2015]\s?\d{1,2}[.:]\d{2}")
SHORT_MOBILE = range(8, 11)
DOMESTIC = range(6, 13)
INTERNATIONAL = range(8, 16)


def plain_digits(text: str) -> str:
    """The decimal digits of any script as ASCII."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def is_identity_code(digits: str, check: str) -> bool:
    """Whether nine digits (day, month, year, individual number) and a check character make a Finnish identity code."""
    number = plain_digits(digits)
    expected = CHECK_CHARACTERS[int(number) % len(CHECK_CHARACTERS)]
    given = plain_digits(check) or check.upper()
    return can_be_birthday(number[:2], number[2:4]) and given == expected


def can_be_birthday(day: str, month: str) -> bool:
    """Whether the first four digits can be a day of birth."""
    return 1 <= int(day) <= LAST_DAY and 1 <= int(month) <= LAST_MONTH


def is_card(text: str) -> bool:
    """Whether a row of digits has a payment card's check digit."""
    digits = plain_digits(text)
    kinds = len(list(groupby(digits)))
    return kinds > 1 and luhn.is_valid(digits)


def account_length(text: str, lengths: Mapping[str, int], home: str) -> int:
    """How many characters of the text, from its start, are an account number (IBAN); 0 when none are.

    `lengths` gives the length of an account number by country. One of the home country may hold a typing error.
    """
    signs = [(i, sign.upper()) for i, sign in enumerate(text) if sign.isalnum()]
    country = signs[0][1] + signs[1][1]
    length = lengths.get(country, 0)
    number = "".join(sign for _, sign in signs[:length])
    if not length or len(number) < length:
        return 0
    if not (_has_account_check(number) or (country == home and number[2:].isdecimal())):
        return 0
    return signs[length - 1][0] + 1


def _has_account_check(number: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % ACCOUNT_MODULUS == 1


def is_phone(text: str, public: frozenset[str]) -> bool:
    """Whether a row of digits is somebody's phone number and no public one, date or time."""
    digits = plain_digits(text)
    if digits in public or DATE.fullmatch(text) or TIME.fullmatch(text):
        return False
    if text.startswith(("+", "(+")) or digits.startswith(("00", "358")):
        return len(digits) in INTERNATIONAL
    if not digits.startswith("0") or _is_dates(text):
        return False
    return len(digits) in DOMESTIC or MOBILE.match(digits) is not None


def is_short_phone(text: str) -> bool:
    """Whether a row of digits can be a mobile number that has lost its first zero."""
    digits = plain_digits(text)
    return len(digits) in SHORT_MOBILE and MOBILE.match("0" + digits) is not None


def _is_dates(text: str) -> bool:
    """Whether the text is a span of dates such as "1.2.2024 - 3.4.2024"."""
    return DATE.match(text) is not None and not MOBILE.match(plain_digits(text)[:3])
