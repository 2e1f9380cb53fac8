"""In which language a conversation goes on; what is open is asked once more in the new one, by an ordinary turn."""

from api.chat import posting
from api.chat.schemas import Speaking
from api.clock import now
from api.db import conversations, messages
from api.live.hub import Hint, desk_of
from api.product import Product
from domain.conversations import State
from domain.languages import SELKO


async def change(product: Product, conversation_id: str, body: Speaking) -> None:
    """Go on in a language; the one in which the conversation is already changes nothing. Raises NotFound."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if conversation.language == body.language:
            return
        conversation.language = body.language
        told = "spoken_selko" if body.language == SELKO else "spoken_fi"
        said = messages.New("system", product.texts.spoken(body.language).say(told))
        seq = messages.append(db, conversation, said, at=now())
        with_bot, advisor = conversation.state == State.BOT, conversation.advisor
        turn = await posting.ask_again(product, db, conversation, seq) if with_bot else None
    product.live.tell(Hint(conversation_id, "changed"))
    if with_bot:
        product.worker.wake(conversation_id, turn)
    if advisor is not None:
        product.live.tell(Hint(desk_of(advisor), "changed"))
