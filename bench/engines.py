"""The same rules in two other engines, for comparison: GoRules' zen-engine and JsonLogic, where they are installed."""

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from domain.conditions import Condition
from domain.rules import RuleBook, Service

Engine = Callable[[dict[str, Any]], Any]
NOTHING: dict[str, Any] = {"int": -1, "set": [], "bool": None}
COMPARED = {"is": "==", "is_not": "!=", "at_least": ">=", "at_most": "<="}


def other_engines(rulebook: RuleBook) -> dict[str, Engine]:
    """Return the engines that are installed; each judges every service for one person's facts, two-valued."""
    makers: dict[str, tuple[str, Callable[[RuleBook], Engine]]] = {
        "zen-engine": ("zen", _zen),
        "JsonLogic": ("json_logic", _json_logic),
    }
    return {name: make(rulebook) for name, (module, make) in makers.items() if find_spec(module)}


def _context(rulebook: RuleBook, known: dict[str, Any]) -> dict[str, Any]:
    return {fact.id: known.get(fact.id, NOTHING.get(fact.type, "")) for fact in rulebook.facts}


def _zen(rulebook: RuleBook) -> Engine:
    zen = import_module("zen")
    rules = [zen.compile_expression(_expression(service)) for service in rulebook.services]

    def judge(known: dict[str, Any]) -> list[Any]:
        context = _context(rulebook, known)
        return [rule.evaluate(context) for rule in rules]

    return judge


def _expression(service: Service) -> str:
    ways = (_joined("and", (_joined("or", map(_term, line.any_of)) for line in way.lines)) for way in service.ways)
    return _joined("or", ways)


def _joined(word: str, parts: Iterable[str]) -> str:
    return f"({f' {word} '.join(parts) or 'true'})"


def _term(condition: Condition) -> str:
    fact, value = condition.fact, condition.value
    match condition.op:
        case "one_of" | "none_of":
            listed = f"{fact} in {list(value) if isinstance(value, tuple) else [value]!r}"
            return listed if condition.op == "one_of" else f"not ({listed})"
        case "has" | "has_not":
            return f"{value!r} in {fact}" if condition.op == "has" else f"not ({value!r} in {fact})"
        case op:
            return f"{fact} {COMPARED[op]} {str(value).lower() if isinstance(value, bool) else repr(value)}"


def _json_logic(rulebook: RuleBook) -> Engine:
    apply = import_module("json_logic").jsonLogic
    rules = [_tree(service) for service in rulebook.services]

    def judge(known: dict[str, Any]) -> list[Any]:
        context = _context(rulebook, known)
        return [apply(rule, context) for rule in rules]

    return judge


def _tree(service: Service) -> dict[str, Any]:
    ways: list[list[Any]] = [[{"or": [_node(c) for c in line.any_of]} for line in way.lines] for way in service.ways]
    return {"or": [{"and": lines or [True]} for lines in ways]}


def _node(condition: Condition) -> dict[str, Any]:
    fact, value = {"var": condition.fact}, condition.value
    match condition.op:
        case "one_of" | "none_of":
            node: dict[str, Any] = {"in": [fact, list(value) if isinstance(value, tuple) else [value]]}
        case "has" | "has_not":
            node = {"in": [value, fact]}
        case op:
            return {COMPARED[op]: [fact, value]}
    return node if condition.op in ("one_of", "has") else {"!": [node]}
