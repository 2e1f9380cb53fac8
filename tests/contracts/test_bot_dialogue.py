"""What Rasa's files, the training text, the contract and the actions promise each other."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from api.chat.posting import REPEAT
from api.chat.schemas import Command

ROOT = Path(__file__).parents[2]
ACTS = [
    "inform", "affirm", "deny", "dont_know", "refuse", "ask_why", "ask_human", "correct", "restart",
    "show_result", "ask_service", "ask_privacy", "delete_data", "greet", "goodbye", "thank", "help",
    "complaint", "off_topic", "language_sv", "language_en",
]  # fmt: skip


def text(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text("utf-8")


def dialogue() -> str:
    return "\n".join(path.read_text("utf-8") for path in (ROOT / "bot" / "dialogue").glob("*.yml"))


def intents() -> set[str]:
    return set(re.findall(r"^- (\w+):$", text("bot", "rasa_domain", "domain.yml"), re.MULTILINE))


def test_there_is_training_text_for_every_act_of_the_contract_and_for_nothing_else() -> None:
    assert sorted(path.stem for path in (ROOT / "nlu_data" / "acts").glob("*.yml")) == sorted(ACTS)


@pytest.mark.parametrize("act", ACTS)
def test_the_training_text_of_an_act_is_in_its_file(act: str) -> None:
    lines = text("nlu_data", "acts", f"{act}.yml")
    assert re.findall(r"intent: (\w+)", lines) == [act]
    assert len(re.findall(r"^    - \S", lines, re.MULTILINE)) >= 40


def test_rasa_knows_every_act_and_command() -> None:
    commands = {f"command_{command}" for command in get_args(Command)}
    assert intents() == {*ACTS, "start_over", "choose", "nlu_fallback", f"command_{REPEAT}"} | commands


def test_every_intent_that_can_come_has_one_rule() -> None:
    answered = re.findall(r"- intent: (\w+)", dialogue())
    assert sorted(answered) == sorted(intents() - {"restart"})


def test_every_action_of_the_rules_is_done_by_the_actions() -> None:
    declared = set(re.findall(r"^- (action_\w+)$", text("bot", "rasa_domain", "domain.yml"), re.MULTILINE))
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "actions").glob("*.py"))
    done = set(re.findall(r'"(action_\w+)"', sources))
    assert set(re.findall(r"action: (action_\w+)", dialogue())) == declared
    assert declared == done


def test_no_fact_lives_in_a_slot() -> None:
    assert "slots:" not in text("bot", "rasa_domain", "domain.yml")


def test_the_repair_of_rasa_is_for_the_version_that_is_installed() -> None:
    assert '"rasa==3.6.21"' in text("bot", "pyproject.toml")


def test_the_sets_of_evaluation_are_whole() -> None:
    facts: dict[str, Any] = {fact["id"]: fact for fact in json.loads(text("domain", "seed", "facts.json"))}
    for path in (ROOT / "evaluation").glob("messages*.jsonl"):
        items = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        assert len({item["id"] for item in items}) == len(items)
        for item in items:
            named = [*item["facts"], *item["refused"], *item["dont_know"], *item["tolerated"]]
            assert {item["asked"] or "ika", *named} <= facts.keys(), item["id"]
            assert {item["intent"], *item.get("intent_alt", [])} <= set(ACTS), item["id"]
