"""Whether anybody can meet lines together: exact over what each fact may be, facts taken as independent."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from domain.conditions import Condition, Operator, Value
from domain.facts import Vocabulary
from domain.marks import YES, judge, settled

OPPOSITE: dict[Operator, Operator] = {
    "is": "is_not",
    "is_not": "is",
    "one_of": "none_of",
    "none_of": "one_of",
    "has": "has_not",
    "has_not": "has",
}
ELSE = "\0"
AnyOf = Sequence[Condition]
Key = tuple[str, str]


def opposite(condition: Condition) -> Condition:
    """Return the condition that holds for exactly those for whom this one does not."""
    if condition.op == "at_least" and isinstance(condition.value, int):
        return condition.model_copy(update={"op": "at_most", "value": condition.value - 1})
    if condition.op == "at_most" and isinstance(condition.value, int):
        return condition.model_copy(update={"op": "at_least", "value": condition.value + 1})
    return condition.model_copy(update={"op": OPPOSITE[condition.op]})


def possible(vocabulary: Vocabulary, lines: Iterable[AnyOf]) -> bool:
    """Tell whether some person could meet every line. All facts must be in the vocabulary."""
    ordered = sorted((tuple(line) for line in lines), key=len)
    named: dict[Key, list[Condition]] = {}
    for line in ordered:
        for condition in line:
            named.setdefault(_key(condition), []).append(condition)
    left = {key: _values(vocabulary, key[0], tuple(conditions)) for key, conditions in named.items()}
    return _search(ordered, left)


def implied(vocabulary: Vocabulary, lines: Sequence[AnyOf], line: AnyOf) -> bool:
    """Tell whether everybody who meets `lines` meets the line."""
    return not possible(vocabulary, [*lines, *([opposite(condition)] for condition in line)])


def _key(condition: Condition) -> Key:
    """Return what is one thing to choose: a fact, or of a set fact each of its values."""
    return condition.fact, str(condition.value) if condition.op in ("has", "has_not") else ""


def _values(vocabulary: Vocabulary, fact_id: str, conditions: tuple[Condition, ...]) -> frozenset[Value]:
    """Return one value for each part that the conditions cut the fact's range into."""
    fact = vocabulary[fact_id]
    match fact.type:
        case "bool":
            return frozenset({True, False})
        case "int":
            cuts = {
                cut for c in conditions for v in _listed(c.value) if isinstance(v, int) for cut in (v - 1, v, v + 1)
            }
            return frozenset(cut for cut in {*cuts, *_ends(fact.min, fact.max)} if fact.fault(cut) is None)
        case "set":
            return frozenset({(), (str(conditions[0].value),)})
        case "enum":
            return frozenset(value.id for value in fact.values)
        case _:
            return frozenset({ELSE, *(str(v) for c in conditions for v in _listed(c.value))})


def _ends(low: int | None, high: int | None) -> Iterable[int]:
    return [end for end in (low, high) if end is not None] or [0]


def _listed(value: Value) -> Iterable[Value]:
    return value if isinstance(value, tuple) else (value,)


@lru_cache(maxsize=50_000)
def _holding(condition: Condition, values: frozenset[Value]) -> frozenset[Value]:
    return frozenset(v for v in values if judge(condition.op, condition.value, settled(v)) == YES)


def _search(lines: Sequence[tuple[Condition, ...]], left: dict[Key, frozenset[Value]]) -> bool:
    if not lines:
        return True
    for condition in lines[0]:
        key = _key(condition)
        if (fitting := _holding(condition, left[key])) and _search(lines[1:], {**left, key: fitting}):
            return True
    return False
