"""The composition root: one FastAPI application from its settings."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from actions.executor import build
from api import health, pages, problems, rasa_calls
from api.admin import routes as admin
from api.admin.statistics_counting import counting
from api.advisor import case_routes, queue_routes
from api.advisor import routes as advisor
from api.advisor.leases import watching
from api.chat import handoff_routes
from api.chat import routes as chat
from api.guard import Guard
from api.product import BuildExecutor, running
from api.settings import Settings
from api.staff import routes as staff


def create_app(
    settings: Settings | None = None,
    *,
    rasa_transport: httpx.AsyncBaseTransport | None = None,
    build_executor: BuildExecutor = build,
) -> FastAPI:
    """Return the application; nothing is opened before it starts."""
    chosen = settings or Settings.from_environment()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with running(chosen, rasa_transport=rasa_transport, build_executor=build_executor) as product:
            app.state.product = product
            async with watching(product), counting(product):
                yield

    app = FastAPI(title="Palvelupolku", version="1", lifespan=lifespan, docs_url=None, redoc_url=None)
    problems.install(app)
    desk = (case_routes.router, advisor.router, admin.router, queue_routes.router)
    for router in (
        chat.router,
        handoff_routes.router,
        staff.router,
        *desk,
        rasa_calls.router,
        health.router,
        pages.router,
    ):
        app.include_router(router)
    app.add_middleware(GZipMiddleware, minimum_size=2_000, compresslevel=5)
    app.add_middleware(Guard)
    return app
