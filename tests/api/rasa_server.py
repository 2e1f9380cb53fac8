"""The echo of `FakeRasa` as a server of its own, for tests that kill it."""

import asyncio

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

ROOT = "/webhooks/palvelupolku"
A_THOUGHT = 0.03  # seconds


def application() -> Starlette:
    return Starlette(routes=[Route(f"{ROOT}/health", _health), Route(f"{ROOT}/turns", _turn, methods=["POST"])])


async def _health(_: Request) -> JSONResponse:
    return JSONResponse({"ready": True})


async def _turn(request: Request) -> JSONResponse:
    talk = await request.json()
    await asyncio.sleep(A_THOUGHT)
    return JSONResponse({"replies": [{"text": f"re: {talk['text']}", "payload": None}]})
