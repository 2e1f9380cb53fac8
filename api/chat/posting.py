"""The first transaction of a message: stored and numbered before anybody hears of it, danger answered at once."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.ports import Pending
from api.chat import panel, taking, wording
from api.chat.applying import OFFER
from api.chat.escalating import raise_for_danger
from api.chat.outcomes import dialogue_from_json, dialogue_to_json
from api.chat.schemas import Choice, Post
from api.clock import now, today
from api.db import conversations, facts, messages, turns
from api.db.models.conversation import Conversation
from api.live.hub import QUEUE, Hint, desk_of
from api.product import Product
from api.words import LONGEST_MESSAGE, clean
from domain.conversations import Event, State, following
from domain.errors import Invalid
from domain.facts import Vocabulary
from domain.privacy import mask
from domain.problems import Problem
from domain.rules import RuleBook
from domain.urgency import Label

HOME = "kotikunta"
# Nothing but the number to call and a human may follow; after the other signs the bot knows to hold its questions.
NO_TURN: frozenset[Label] = frozenset({"hengenvaara"})
NEWEST_PAYLOADS = 3
REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Checked:
    """A message that may be stored."""

    client_id: str
    text: str | None
    choices: list[Choice] | None
    command: str | None
    seen: list[str]
    danger: Label | None
    masked: tuple[str, ...]


async def post(product: Product, conversation_id: str, body: Post) -> int:
    """Store the message and start the bot's turn; return its number. Raises Invalid, NotFound."""
    book = await product.rulebooks.published(today())
    vocabulary = book.vocabulary
    message = _checked(product, body, vocabulary)
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if (known := await messages.numbered(db, conversation_id, message.client_id)) is not None:
            return known
        seq, turn = await _store(product, db, conversation, message, book)
        heard = await taking.without_bot(db, conversation, seq, message.choices or [], vocabulary)
        with_bot, advisor = conversation.state == State.BOT, conversation.advisor
    product.metrics.messages.labels("visitor").inc()
    product.live.tell(Hint(conversation_id, "changed"))
    if with_bot:
        product.worker.wake(conversation_id, turn)
    if heard:
        panel.tell(product, conversation_id, advisor)
    if advisor is not None:
        product.live.tell(Hint(desk_of(advisor), "changed"))
    if message.danger is not None:
        product.metrics.urgent.labels(message.danger).inc()
        product.live.tell(Hint(QUEUE, "changed"))
    return seq


def _checked(product: Product, body: Post, vocabulary: Vocabulary) -> Checked:
    problems = check_seen(body.seen_facts, vocabulary)
    for index, choice in enumerate(body.chosen or ()):
        problems += check_choice(f"choices.{index}", choice, vocabulary)
    if problems:
        raise Invalid("invalid_choice", problems)
    text = body.text
    if text is not None and len(text) > LONGEST_MESSAGE:
        raise Invalid("text_too_long", [Problem("text", "string_too_long", str(LONGEST_MESSAGE))])
    if text is not None and not text:
        raise Invalid("text_empty", [Problem("text", "string_too_short")])
    sign = product.signs.label(text) if text else None
    hidden = mask(text) if text else None
    return Checked(
        client_id=str(body.client_id),
        text=hidden.text if hidden else None,
        choices=None if body.chosen is None else [_masked(choice, vocabulary) for choice in body.chosen],
        command=body.command,
        seen=body.seen_facts,
        danger=sign.label if sign else None,
        masked=hidden.found if hidden else (),
    )


def _masked(choice: Choice, vocabulary: Vocabulary) -> Choice:
    written = isinstance(choice.value, str) and choice.fact is not None and vocabulary[choice.fact].type == "text"
    return choice.model_copy(update={"value": mask(clean(str(choice.value))).text}) if written else choice


def check_seen(seen: list[str], vocabulary: Vocabulary) -> list[Problem]:
    """Return a problem for each fact that there is not."""
    return [Problem(f"seen_facts.{fact}", "unknown_fact", fact) for fact in seen if fact not in vocabulary]


def check_choice(place: str, choice: Choice, vocabulary: Vocabulary) -> list[Problem]:
    """Return what is wrong with a choice; a chip without a value of its own may come without one."""
    if choice.fact is None:
        return []
    if choice.fact not in vocabulary:
        return [Problem(f"{place}.fact", "unknown_fact", choice.fact[:64])]
    fault = None if choice.value is None else vocabulary.fault(choice.fact, choice.value)
    return [Problem(f"{place}.value", fault, choice.fact)] if fault else []


async def _store(
    product: Product, db: AsyncSession, conversation: Conversation, message: Checked, book: RuleBook
) -> tuple[int, turns.Claimed | None]:
    moment = now()
    if conversation.state == State.CLOSED:
        conversation.state = following(State.CLOSED, Event.WROTE_AGAIN)
    text = message.text or await _words(product, db, conversation, message, book)
    said = messages.New("visitor", text, taking.told_in(conversation, message.choices), client_id=message.client_id)
    seq = messages.append(db, conversation, said, at=moment)
    if message.danger is not None:
        await _answer_danger(product, db, conversation, message.danger, text)
    if conversation.state != State.BOT or message.danger in NO_TURN:
        return seq, None
    return seq, await enqueue(product, db, conversation, seq, _input(product, conversation, seq, message))


async def ask_again(product: Product, db: AsyncSession, conversation: Conversation, seq: int) -> turns.Claimed | None:
    """Start a turn after message `seq` that says what is open once more; that is what is open when its time comes."""
    nothing = Checked(client_id="", text=None, choices=None, command=REPEAT, seen=[], danger=None, masked=())
    job = {key: told for key, told in _input(product, conversation, seq, nothing).items() if key != "pending"}
    return await enqueue(product, db, conversation, seq, job)


async def enqueue(
    product: Product, db: AsyncSession, conversation: Conversation, seq: int, job: dict[str, Any]
) -> turns.Claimed | None:
    """Store the job of answering message `seq`; call `wake` with what this returns after the commit."""
    moment = now()
    lease_until = moment + product.worker.lease
    return await turns.enqueue(db, conversation.id, seq, job, at=moment, lease_until=lease_until)


async def _words(
    product: Product, db: AsyncSession, conversation: Conversation, message: Checked, book: RuleBook
) -> str:
    texts, vocabulary = product.texts.spoken(conversation.language), book.spoken(conversation.language).vocabulary
    if message.command is not None:
        return wording.of_command(message.command, texts)
    asking = "bot" if conversation.state == State.BOT else "advisor"
    newest = await messages.latest(db, conversation.id, asking, limit=NEWEST_PAYLOADS)
    payloads = [one.payload for one in newest if one.payload]
    return wording.of_choices(message.choices or [], payloads, vocabulary, texts)


async def _answer_danger(
    product: Product, db: AsyncSession, conversation: Conversation, label: Label, said_by_person: str
) -> None:
    """Flag the conversation and answer with the numbers to call; no model is asked."""
    home = next((row.value for row in await facts.rows(db, conversation.id) if row.fact == HOME), None)
    text, numbers = product.urgent_answers.answer(label, home if isinstance(home, str) else None, said_by_person)
    conversation.urgent = label
    await raise_for_danger(product, db, conversation)
    payload = {"kind": "urgent", "label": label, "numbers": [number.payload() for number in numbers]}
    said = [messages.New("bot", text, payload)]
    if label in NO_TURN and conversation.state == State.BOT:
        dialogue = replace(dialogue_from_json(conversation.dialogue), pending=Pending(), held=True)
        conversation.dialogue = dialogue_to_json(dialogue)
        texts = product.texts.spoken(conversation.language)
        said.append(messages.New("bot", texts.say("urgent_flag"), OFFER))
    messages.append(db, conversation, *said, at=now())


def _input(product: Product, conversation: Conversation, seq: int, message: Checked) -> dict[str, Any]:
    """Return the job. The question that counts is the one the person had seen, so it is kept with the message."""
    dialogue = dialogue_to_json(dialogue_from_json(conversation.dialogue))
    pending = dialogue["pending"]
    confirm = pending["confirm"]
    chosen = [choice.model_dump(exclude_unset=True) for choice in message.choices or ()]
    return {
        "text": message.text or (f"/command_{message.command}" if message.command else "/choose"),
        "pending": pending,
        "metadata": {
            "turn": f"{conversation.id}:{seq}",
            "seq": seq,
            "asked": pending["asked"],
            "told": list(dialogue["recent"]),
            "offer": pending["offer"],
            "confirm": {"fact": confirm[0], "value": confirm[1]} if confirm else None,
            "today": today().isoformat(),
            "places": product.desk.new_places,
            "choices": chosen if message.choices is not None else None,
            "seen_facts": message.seen,
            "command": message.command,
            "urgent": message.danger,
            "masked": list(message.masked),
        },
    }
