"""Makes the table of place-name forms: every municipality and nickname in the cases people use.

Run `python -m bot.components.finnish.place_forms` after a change in municipalities.json or places.csv.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from .place_names import PlaceForm
from .tables import FOLDER, municipalities, rows
from .tokens import Analysis
from .voikko import analyse

HEADER = ["form", "name", "municipality", "case", "kind", "also"]
GRADES = [
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("ht", "hd"),
    ("lk", "l"),
    ("rk", "r"),
    ("hk", "h"),
    ("k", ""),
    ("k", "v"),
    ("p", "v"),
    ("t", "d"),
    ("k", "j"),
    ("t", "tt"),
    ("p", "pp"),
    ("k", "kk"),
]
ENDINGS = [
    ("nen", "se"),
    ("nen", "si"),
    ("si", "de"),
    ("si", "te"),
    ("si", "t"),
    ("us", "ukse"),
    ("us", "ude"),
    ("us", "ute"),
    ("es", "ekse"),
    ("ys", "ykse"),
    ("os", "okse"),
    ("is", "ikse"),
    ("as", "aa"),
    ("das", "taa"),
    ("gas", "kaa"),
    ("dun", "tume"),
    ("at", "oi"),
    ("t", ""),
    ("a", "oi"),
    ("e", "ee"),
    ("i", "e"),
    ("i", "ei"),
    ("i", ""),
    ("", "i"),
]
CASES = {
    "genitive": ["{s}n", "{s}en", "{s}den", "{s}tten"],
    "partitive": ["{s}A", "{s}tA", "{s}ttA"],
    "inessive": ["{s}ssA"],
    "elative": ["{s}stA"],
    "illative": ["{s}{v}n", "{s}h{v}n", "{s}seen", "{s}in", "{s}siin"],
    "adessive": ["{s}llA"],
    "ablative": ["{s}ltA"],
    "allative": ["{s}lle"],
}
TAILS = ("järvi", "vesi", "mäki", "niemi", "tehdas", "lahti", "koski", "joki", "ranta", "kylä")
LOCAL = ("inessive", "elative", "illative", "adessive", "ablative", "allative")


def _stems(name: str) -> Iterator[str]:
    """Every stem that the name might have; Voikko tells which it has."""
    bases = {name} | {name[: len(name) - len(old)] + new for old, new in ENDINGS if name.endswith(old)}
    for base in sorted(bases):
        yield base
        for strong, weak in GRADES:
            at = base.rfind(strong, 0, len(base) - 1)
            if at > 0 and len(base) - at - len(strong) <= 2:
                yield base[:at] + weak + base[at + len(strong) :]


def _forms(stem: str, case: str) -> Iterator[str]:
    """Forms of the case with the likelier vowel of the endings first; a compound may take the other."""
    back = max(stem.rfind(v) for v in "aou") > max(stem.rfind(v) for v in "äöy")
    for harmony in "aä" if back else "äa":
        for pattern in CASES[case]:
            yield pattern.format(s=stem, v=stem[-1]).replace("A", harmony)


def inflected(name: str) -> dict[str, str]:
    """Form -> case for a place name; by plain rules where Voikko does not know the name."""
    low = name.lower()
    tail = next((tail for tail in TAILS if low.endswith(tail) and low != tail and not analyse(name)), "")
    if tail:
        return {low[: -len(tail)] + form: case for form, case in inflected(tail).items()}
    found = {low: "nominative"}
    for case in CASES:
        checked = {
            form
            for stem in _stems(low)
            for form in _forms(stem, case)
            if any(_is_form(r, low, case) for r in analyse(form.capitalize()))
        }
        for form in checked or {_plain(low, case)}:
            found.setdefault(form, case)
    return found


def _is_form(reading: Analysis, name: str, case: str) -> bool:
    plural = name.endswith(("nen", "ii"))
    number = reading.features.get("number")
    return reading.lemma.lower() == name and reading.features.get("case") == case and (number != "plural" or plural)


def _plain(name: str, case: str) -> str:
    """The form by the plainest rule, for names that Voikko does not know."""
    strong = name if name[-1] in "aeiouyäöå" else f"{name}i"
    for old, new in (("nen", "se"), ("is", "ikse")):
        strong = name[: -len(old)] + new if name.endswith(old) else strong
    if case == "illative":
        return f"{strong}seen" if strong[-1] == strong[-2] else f"{strong}{strong[-1]}n"
    double = strong[-3:-2] == strong[-2:-1] and strong[-2] in "kpt" and case != "partitive"
    return next(_forms(strong[:-2] + strong[-1] if double else strong, case))


def inhabitants(name: str) -> Iterator[str]:
    """What people of the place are called, as far as Voikko knows: helsinkiläinen, kauniaislainen."""
    low = name.lower()
    stems = {low, low.removesuffix("nen") + "s" if low.endswith("nen") else low}
    for stem in sorted(stems):
        for ending in ("lainen", "läinen"):
            if any(r.lemma == stem + ending for r in analyse(stem + ending)):
                yield stem + ending
                yield stem + ending.removesuffix("nen") + "sia"
                yield stem + ending.removesuffix("nen") + "sena"


def _also(form: str, name: str) -> str:
    """What else the form may be: "word" for a common word, "person" for a name of a person."""
    kinds = {_kind(r) for r in analyse(form) if r.lemma.lower() != name.lower() or r.pos != "paikannimi"}
    return "word" if "word" in kinds else "person" if "person" in kinds else ""


def _kind(reading: Analysis) -> str:
    if reading.pos in ("etunimi", "sukunimi"):
        return "person"
    compound = reading.compound
    return "" if compound or reading.pos in ("paikannimi", "nimi", "lyhenne") else "word"


def names() -> Iterator[tuple[str, str, str, list[str]]]:
    """Name, municipality, kind and given irregular forms of every place."""
    for row in municipalities():
        yield row["name_fi"], row["name_fi"], "municipality", []
        if row["name_sv"] != row["name_fi"]:
            yield row["name_sv"], row["name_fi"], "swedish", []
    for row in rows("places"):
        if row["kind"] != "well_known":
            yield row["name"], row["municipality"], row["kind"], row["forms"].split()


def table() -> list[list[str]]:
    """All rows of the table, municipalities before the names that stand for them."""
    seen: dict[str, list[str]] = {}
    sure = {row["name"] for row in rows("places") if row["kind"] == "well_known"}
    for name, municipality, kind, given in names():
        for form, case in _said(name, kind, given).items():
            also = "" if (name in sure and case in LOCAL) or case == "inhabitant" else _also(form, name)
            seen.setdefault(form, [form, name, municipality, case, kind, also])
    return sorted(seen.values())


def forms_of(name: str) -> list[PlaceForm]:
    """The forms of the name of a municipality that the table does not hold."""
    said = _said(name, "municipality", [])
    return [PlaceForm(form, name, name, case, "municipality", _also(form, name)) for form, case in said.items()]


def _said(name: str, kind: str, given: list[str]) -> dict[str, str]:
    """Form -> case of everything that people say for the name."""
    forms = {name.lower(): "nominative"}
    if kind != "swedish":
        forms |= dict.fromkeys(inhabitants(name), "inhabitant")
    return forms | ({form: _case(form) for form in given} if given else inflected(name))


def _case(form: str) -> str:
    ends = {"ssa": "inessive", "sta": "elative", "lla": "adessive", "lta": "ablative", "lle": "allative"}
    plain = form.replace("ä", "a")
    return next((case for end, case in ends.items() if plain.endswith(end)), "illative" if _long(plain) else "genitive")


def _long(form: str) -> bool:
    return len(form) > 3 and form[-1] == "n" and (form[-2] == form[-3] or form[-3] == "h")


def main() -> None:
    """Writes the table beside the others."""
    with (FOLDER / "place_forms.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(table())


if __name__ == "__main__":
    main()
