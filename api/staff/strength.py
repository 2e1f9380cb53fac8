"""Whether a new password is hard to guess."""

import json
from functools import cache
from pathlib import Path

from zxcvbn import zxcvbn

SHORTEST = 12
LONGEST = 256
LOOKED_AT = 72  # more signs make it only harder to guess, and the look slower
GOOD = 3  # of 0-4
PART = 4


def weakness(password: str, name: str, *more: str) -> str | None:
    """Return the code of what is wrong with a password for this person, or None."""
    if len(password) < SHORTEST:
        return "password_too_short"
    if len(password) > LONGEST:
        return "password_too_long"
    own = [part for word in (name, *more) for part in _parts(word)]
    folded = password.casefold()
    if any(part in folded for part in own):
        return "password_holds_name"
    found = zxcvbn(password[:LOOKED_AT], user_inputs=[*own, *_guessable()])
    return None if found["score"] >= GOOD else "password_guessable"


def _parts(word: str) -> list[str]:
    letters = "".join(sign if sign.isalnum() else " " for sign in word.casefold())
    return [part for part in letters.split() if len(part) >= PART]


@cache
def _guessable() -> tuple[str, ...]:
    words: list[str] = json.loads(Path(__file__).with_name("guessable.json").read_text(encoding="utf-8"))
    return tuple(words)
