"""The door for Rasa's action calls: executed here, in the product's process."""

import hmac
import json
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.responses import JSONResponse
from rasa_sdk.interfaces import ActionExecutionRejection, ActionMissingDomainException, ActionNotFoundException

from api.chat.access import TheProduct
from api.problems import Denied
from domain.errors import Invalid
from domain.problems import Problem

router = APIRouter(include_in_schema=False)


@router.post("/internal/rasa/action")
async def act(request: Request, product: TheProduct, authorization: Annotated[str, Header()] = "") -> JSONResponse:
    """Run one action; the statuses are those that Rasa knows from its own action server."""
    token = product.settings.rasa_token.get_secret_value()
    if not token or not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
        raise Denied("token_missing")
    call = _read(await request.body())
    try:
        result = await product.executor.run(call)
    except ActionExecutionRejection as error:
        return _refused(400, error.message, error.action_name)
    except ActionNotFoundException as error:
        return _refused(404, error.message, error.action_name)
    except ActionMissingDomainException as error:
        return _refused(449, error.message, error.action_name)
    return JSONResponse(result.model_dump() if result else None)


def _read(body: bytes) -> dict[str, Any]:
    try:
        call = json.loads(body)
    except ValueError:
        call = None
    if not isinstance(call, dict):
        raise Invalid("invalid_request", [Problem("body", "not_an_object")])
    return call


def _refused(status: int, message: str, action: str) -> JSONResponse:
    return JSONResponse({"error": message, "action_name": action}, status)
