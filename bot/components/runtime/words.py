"""What of a message reaches Rasa as words: Rasa would take a leading slash for the name of an intent."""

from typing import Any, Mapping, Text

STRUCTURED = "/"
NOTHING = "…"


def for_rasa(text: Text, metadata: Mapping[Text, Any]) -> Text:
    """The text of a turn; only the product's own commands and choices may begin with a slash.

    Half a pair of code units, which JSON can carry, is no character and no library downstream takes it.
    """
    text = text.encode("utf-8", "replace").decode()
    if metadata.get("command") or metadata.get("choices"):
        return text
    return text.lstrip().lstrip(STRUCTURED).strip() or NOTHING
