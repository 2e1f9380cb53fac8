"""How a pressed button reads in the transcript."""

from collections.abc import Iterable, Sequence
from typing import Any

from api.chat.schemas import Choice
from domain.facts import Vocabulary
from domain.labels import value_label
from domain.texts import Texts


def of_command(command: str, texts: Texts) -> str:
    """Return the words of a command's button."""
    return texts.say(f"said_{command}")


def of_choices(choices: Sequence[Choice], shown: Iterable[dict[str, Any]], vocabulary: Vocabulary, texts: Texts) -> str:
    """Return the words of the pressed buttons as they were on the page; `shown` are the newest payloads."""
    payloads = list(shown)
    unchosen = [(one["fact"], one["value"]) for payload in payloads for one in payload.get("unchosen") or ()]
    options = [option for payload in payloads for option in payload.get("options") or ()]
    chosen = [choice for choice in choices if (choice.fact, choice.value) not in unchosen or len(choices) == 1]
    words = dict.fromkeys(_label(choice, options, vocabulary, texts) for choice in chosen)
    return ", ".join(words) or texts.say("chose_none")


def _label(choice: Choice, options: Sequence[dict[str, Any]], vocabulary: Vocabulary, texts: Texts) -> str:
    if choice.confirm is not None:
        return texts.say("said_confirm_yes" if choice.confirm else "said_confirm_no")
    if choice.declined or choice.dont_know:
        return texts.say("said_declined" if choice.declined else "said_dont_know")
    if choice.forget:
        return texts.say("said_forget")
    for option in options:
        if option.get("fact") == choice.fact and "value" in option and option["value"] == choice.value:
            return str(option["label"])
    fact = vocabulary[str(choice.fact)]
    label = fact.label_fi if choice.value is None else value_label(fact, choice.value, texts)
    return label[:1].upper() + label[1:]
