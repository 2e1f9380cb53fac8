"""Text from outside: cleaned of what no database or page can hold, and limited in length."""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

LONGEST_MESSAGE = 4_000
UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def clean(text: str) -> str:
    """Return the text without control characters and lone surrogates; line ends become one kind."""
    return UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def encodable(text: str) -> str:
    """Return the text as it is. Raises ValueError for half a character, which nothing can store or hash."""
    text.encode()
    return text


Words = Annotated[str, AfterValidator(clean)]
ShortWords = Annotated[str, StringConstraints(max_length=200), AfterValidator(clean)]
LongWords = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(clean)]
