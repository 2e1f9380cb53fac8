"""Everything the product's process works with, put together once."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

import httpx
from rasa_sdk.executor import ActionExecutor

from actions.executor import build
from actions.ports import Cases, RuleBooks
from api.admin import seeding
from api.admin.editions import Editions
from api.admin.learning.files import Files
from api.admin.learning.keeping import ModelKeeper
from api.admin.learning.training import Trainer
from api.chat.cases import StoredCases
from api.chat.doors import Doors
from api.chat.erasing import Eraser
from api.chat.rulebooks import PublishedRuleBooks, PublishedTexts
from api.chat.worker import Timing, Worker
from api.clock import now, today
from api.db import rulebooks as stored_rulebooks
from api.db.engine import Database
from api.db.migrate import migrate
from api.limits import Limit
from api.live.hub import Hub, Live
from api.live.postgres import PostgresHub
from api.mailing import Mailer, mailer_of
from api.metrics import Metrics
from api.published import PublishedDesk
from api.rasa import Rasa, connect
from api.settings import Settings
from domain.catalogue import load_seed
from domain.hours import ServiceHours
from domain.municipalities import Directory
from domain.routing import Teams
from domain.texts import Texts
from domain.urgency import UrgencySigns
from domain.urgent_answers import UrgentAnswers


class BuildExecutor(Protocol):
    """Makes the executor of the actions; tests hand in their own."""

    def __call__(
        self,
        cases: Cases,
        rulebooks: RuleBooks,
        texts: Texts,
        today: Callable[[], date],
        *,
        closed: Callable[[], str | None],
        urgent_answers: Callable[[], UrgentAnswers],
    ) -> ActionExecutor:
        """Return an executor over these collaborators."""
        ...


@dataclass(frozen=True, slots=True)
class Product:
    """The parts of one running application."""

    settings: Settings
    database: Database
    live: Live
    rasa: Rasa
    rulebooks: PublishedRuleBooks
    editions: Editions
    executor: ActionExecutor
    texts: Texts
    signs: UrgencySigns
    desk: PublishedDesk
    mailer: Mailer
    metrics: Metrics
    eraser: Eraser
    worker: Worker
    trainer: Trainer
    reader: ModelKeeper
    doors: Doors
    new_conversations: Limit
    new_messages: Limit
    logins: Limit

    @property
    def urgent_answers(self) -> UrgentAnswers:
        """The answers to signs of danger with the numbers of the version in force."""
        return self.desk.answers

    @property
    def hours(self) -> ServiceHours:
        """When advisors are there."""
        return self.desk.hours

    @property
    def places(self) -> Directory:
        """The municipalities of the version in force."""
        return self.desk.places

    @property
    def teams(self) -> Teams:
        """The teams of the version in force."""
        return self.desk.teams


def assemble(settings: Settings, client: httpx.AsyncClient, build_executor: BuildExecutor) -> Product:
    """Put the parts together; nothing is opened or started yet."""
    database = Database(settings.database)
    live: Live = Hub() if database.is_sqlite else PostgresHub(database.url)
    rasa = Rasa(client)
    sentences = PublishedTexts(Texts.load().sentences)
    own_hours = settings.service_hours
    desk = PublishedDesk(None if own_hours is None else ServiceHours.load(own_hours))
    texts = Texts(sentences)
    metrics = Metrics()
    books = PublishedRuleBooks(database, every=settings.rule_check_every, takers=(sentences.take, desk.take))
    eraser = Eraser(database, live, rasa)
    timing = Timing(settings.rasa_patience, settings.told_after, settings.retry_after)
    models = Files(settings.data_dir / "learned", settings.model)
    return Product(
        settings=settings,
        database=database,
        live=live,
        rasa=rasa,
        rulebooks=books,
        editions=Editions(database, books),
        executor=build_executor(
            StoredCases(database, books, today),
            books,
            texts,
            today,
            closed=lambda: None if desk.hours.open_at(now()) else desk.hours.text_fi,
            urgent_answers=lambda: desk.answers,
        ),
        texts=texts,
        signs=_signs(),
        desk=desk,
        mailer=mailer_of(settings),
        metrics=metrics,
        eraser=eraser,
        worker=Worker(database, live, rasa, texts=texts, metrics=metrics, eraser=eraser, timing=timing),
        trainer=Trainer(database, models, command=settings.trainer, logs=settings.data_dir / "log"),
        reader=ModelKeeper(database, rasa, models, every=settings.rule_check_every),
        doors=Doors(database),
        new_conversations=Limit(settings.conversations),
        new_messages=Limit(settings.messages),
        logins=Limit(settings.logins),
    )


@cache
def _signs() -> UrgencySigns:
    """Compiling the patterns takes a while; they are files of this version and never change in a process."""
    return UrgencySigns.load()


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    rasa_transport: httpx.AsyncBaseTransport | None = None,
    build_executor: BuildExecutor = build,
) -> AsyncIterator[Product]:
    """Run the product while the block lasts."""
    token = settings.rasa_token.get_secret_value()
    async with connect(settings.rasa_url, token, patience=settings.rasa_patience, transport=rasa_transport) as client:
        product = assemble(settings, client, build_executor)
        try:
            await prepare(product.database)
            await seeding.offer(product.database, product.editions, load_seed)
            await product.rulebooks.published(today())
            await product.live.start()
            await product.eraser.start()
            await product.worker.start()
            await product.trainer.start()
            product.reader.start()
            yield product
        finally:
            await product.reader.stop()
            await product.trainer.stop()
            await product.worker.stop()
            await product.eraser.stop()
            await product.live.close()
            await product.database.close()


async def prepare(database: Database) -> int | None:
    """Bring the tables to their newest form and publish the default catalogue if it is new; return its version."""
    await migrate(database)
    async with database.write() as db:
        return await stored_rulebooks.publish_seed(db, load_seed(), today=today(), at=now())
