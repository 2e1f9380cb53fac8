"""Plays a person who answers the open question with its buttons, from what is true of them."""

from typing import Any

from tests.e2e.chat_page import ChatPage

TURNS_AT_MOST = 25


def answer_all(chat: ChatPage, truth: dict[str, Any]) -> list[list[str]]:
    """Answer until a set is shown; return the facts asked turn by turn. What is not in `truth` is not known."""
    asked = []
    while question := chat.question():
        asked.append(question["facts"])
        assert len(asked) <= TURNS_AT_MOST, asked
        answer(chat, question, truth)
    return asked


def answer(chat: ChatPage, question: dict[str, Any], truth: dict[str, Any]) -> None:
    """Press what a truthful person would press."""
    control, options = question["control"], question["options"]
    if control == "screen":
        chosen = [one["label"] for one in options if _applies(one, question["unchosen"], truth)]
        chat.press(*(chosen or [one["label"] for one in options if one.get("none")]), "Valmis")
        return
    (fact,) = question["facts"]
    if fact not in truth:
        unknown = [one["label"] for one in options if one.get("answer")]
        chat.press(unknown[0] if unknown else "Ohita")
    elif control == "multi":
        new = set(truth[fact]) - set(question.get("selected") or ())
        chosen = [one["label"] for one in options if set(one.get("value") or ()) & new]
        chat.press(*chosen, "Valmis")
    elif control == "choice":
        chat.press(next(one["label"] for one in options if one.get("value") == truth[fact]))
    elif control == "scale":
        chat.press(str(truth[fact]))
    elif control == "municipality":
        before = chat.last_seq()
        chat.page.get_by_role("searchbox").fill(truth[fact])
        chat.page.get_by_role("button", name=truth[fact]).last.click()
        chat.answered_after(before)
    else:
        chat.say(str(truth[fact]))


def _applies(option: dict[str, Any], unchosen: list[dict[str, Any]], truth: dict[str, Any]) -> bool:
    fact = option.get("fact")
    if fact is None or fact not in truth:
        return False
    left = {one["fact"]: one["value"] for one in unchosen}
    return truth[fact] == option["value"] if "value" in option else truth[fact] != left[fact]
