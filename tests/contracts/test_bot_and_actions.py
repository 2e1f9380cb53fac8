"""What Rasa's domain names, the product can do; and Rasa holds no fact of a person."""

import re
from datetime import date
from pathlib import Path

from actions.executor import build
from domain.catalogue import load_seed
from domain.texts import Texts
from domain.urgent_answers import UrgentAnswers
from tests.actions.dialogue import Kept

ROOT = Path(__file__).parents[2]
DOMAIN = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot/rasa_domain").glob("*.yml")))
RULES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot/dialogue").glob("*.yml")))
COMMANDS = {"result", "human", "why", "restart", "skip", "start", "refine"}


def listed(section: str) -> set[str]:
    block = re.search(rf"^{section}:\n((?:[ -].*\n?)*)", DOMAIN, re.MULTILINE)
    assert block is not None
    return set(re.findall(r"^- (\w+)", block.group(1), re.MULTILINE))


def test_every_action_of_the_bot_is_one_that_the_product_can_run():
    kept = Kept(load_seed())
    executor = build(
        kept, kept, Texts.load(), lambda: date(2026, 11, 21), closed=lambda: None, urgent_answers=UrgentAnswers.load
    )
    assert listed("actions") == set(executor.actions)


def test_every_act_leads_to_exactly_one_action():
    steps = re.findall(r"- intent: (\w+)\n\s*- action: (\w+)", RULES)
    # Rasa acts on an intent named "restart" by itself, so the act travels as "start_over".
    assert {intent for intent, _ in steps} == listed("intents") - {"restart"}
    assert len(steps) == len({intent for intent, _ in steps})
    assert {action for _, action in steps} == listed("actions")


def test_every_command_of_the_contract_has_an_act_and_a_sentence():
    sentences = Texts.load().sentences
    for command in COMMANDS:
        assert f"command_{command}" in listed("intents")
        assert f"said_{command}" in sentences


def test_rasa_keeps_no_slot_so_no_fact_can_steer_its_dialogue():
    assert "slots:" not in DOMAIN
    assert set(re.findall(r"use_entities: (.*)", DOMAIN)) == {"[]"}
