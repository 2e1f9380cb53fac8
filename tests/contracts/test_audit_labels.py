"""Every act in the audit log has its Finnish label on the page where the log is read, and no label is left over."""

import ast
import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "api" / "web" / "src" / "texts" / "fi.json"
AUDIT, ACTION, PLACE = "audit", "action", 2  # audit(db, name, action, ...)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def calls_in(node: ast.AST) -> list[ast.Call]:
    return [one for one in ast.walk(node) if isinstance(one, ast.Call)]


def passed_on(tree: ast.Module) -> dict[str, int]:
    """Return the functions that write what they are handed into the log, and as which argument they get its name."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    writing = [one for one in functions if any(called(call) == AUDIT for call in calls_in(one))]
    given = {one.name: [argument.arg for argument in one.args.args] for one in writing}
    return {name: arguments.index(ACTION) for name, arguments in given.items() if ACTION in arguments}


def chosen(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what is put under the name of the act before it is written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ACTION in map(ast.unparse, node.targets):
            yield node.value


def patterns(node: ast.expr) -> Iterator[str]:
    """Yield the act's name; where a part of it varies, a star."""
    match node:
        case ast.Constant(value=str(name)):
            yield name
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from patterns(one)
            yield from patterns(other)
        case ast.Name(id=name) if name == ACTION:
            pass  # named by whoever calls, or above
        case _:
            raise AssertionError(ast.unparse(node))


def acts() -> set[str]:
    found: set[str] = set()
    for file in (ROOT / "api").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        places = {AUDIT: PLACE, **passed_on(tree)}
        calls = [call for call in calls_in(tree) if called(call) in places]
        named = [call.args[places[called(call)]] for call in calls] + ([*chosen(tree)] if calls else [])
        found.update(name for one in named for name in patterns(one))
    return found


def test_every_act_has_a_label_and_every_label_an_act() -> None:
    labels = set(json.loads(LABELS.read_text(encoding="utf-8"))["advisor"]["audit"]["actions"])
    known = acts()
    assert {"look", "rules_published", "draft_begun"} <= known
    assert {label for label in labels if not any(fnmatch(label, act) for act in known)} == set()
    assert {act for act in known if not any(fnmatch(label, act) for label in labels)} == set()
