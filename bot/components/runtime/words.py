"""What of a message reaches Rasa as words: one spelling of each letter, and no slash that Rasa takes for an intent."""

import re
import unicodedata
from typing import Any, Mapping, Text

STRUCTURED = "/"
NOTHING = "…"
# The product takes no longer message; what a tool gives beyond that is not read.
LONGEST = 4_000
UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]")


def for_rasa(text: Text, metadata: Mapping[Text, Any]) -> Text:
    """The text of a turn; only the product's own commands and choices may begin with a slash.

    Half a pair of code units, which JSON can carry, is no character and no library downstream takes it.
    """
    if metadata.get("command") is not None or metadata.get("choices") is not None:
        return text
    whole = unicodedata.normalize("NFC", text[:LONGEST].encode("utf-8", "replace").decode())
    return UNSEEN.sub("", whole).lstrip().lstrip(STRUCTURED).strip() or NOTHING
