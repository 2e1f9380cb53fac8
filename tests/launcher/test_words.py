"""What the launcher says and what the README says about it."""

import json
import re

import pytest

from tests.launcher.clone import ROOT
from tooling.main import OWN, commands
from tooling.problems import Exit

CODE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "tooling").glob("*.py")))
SENTENCES: dict[str, str] = json.loads((ROOT / "tooling" / "messages.json").read_text("utf-8"))
README = (ROOT / "README.md").read_text("utf-8")
# Keys that are put together from a family and the name of a command, a step or a suite.
FAMILIES = re.compile(r"^(help|usage|step|suite)_")


def test_no_sentence_is_left_over() -> None:
    asked = set(re.findall(r"\"([a-z0-9_]+)\"", CODE + (ROOT / "palvelupolku").read_text("utf-8")))
    assert [key for key in SENTENCES if not {key, FAMILIES.sub("", key)} & asked] == []


@pytest.mark.parametrize("name", [*OWN, *commands()])
def test_the_readme_names_every_command(name: str) -> None:
    assert re.search(rf"`{name}\b", README)


@pytest.mark.parametrize("code", [code for code in Exit if code > Exit.USAGE])
def test_the_readme_names_every_exit_code(code: Exit) -> None:
    assert re.search(rf"\b{int(code)} [A-Za-z]", README)


def test_sentences_are_calm() -> None:
    assert not [sentence for sentence in SENTENCES.values() if sentence.rstrip().endswith("!")]
