"""Reads messages with the trained model, without a server: JSON lines in, JSON lines out, in the same order."""

import asyncio
import json
import logging
import sys
from typing import IO, Any, Dict, Iterable, Optional, Text

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.utils.log_utils import configure_structlog

from bot.components.runtime.words import for_rasa


class Reader:
    """The model of one file, loaded once."""

    def __init__(self, model: Text) -> None:
        self._processor = Agent.load(model).processor

    async def read(
        self,
        text: Text,
        asked: Iterable[Text],
        today: Text,
        *,
        told: Iterable[Text] = (),
        offer: Optional[Text] = None,
        places: Iterable[Text] = (),
    ) -> Dict[Text, Any]:
        """What Rasa makes of one message: `act`, `intent`, `entities` and more."""
        metadata = {
            "asked": list(asked),
            "today": today,
            "told": list(told),
            "offer": offer,
            "places": list(places),
        }
        return await self._processor.parse_message(UserMessage(for_rasa(text, metadata), metadata=metadata))


async def answer(reader: Reader, lines: Iterable[Text], to: IO[Text]) -> None:
    """Write for each line with `text`, `asked` and `today` a line with `act` and `entities`."""
    for line in lines:
        message = json.loads(line)
        read = await reader.read(message["text"], message["asked"], message["today"])
        to.write(json.dumps({"act": read["act"], "entities": read["entities"]}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    # At its default level Rasa prints what people write.
    configure_structlog(logging.WARNING)
    asyncio.run(answer(Reader(sys.argv[1]), sys.stdin, sys.stdout))
