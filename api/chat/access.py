"""Who may speak in a conversation: whoever holds its token."""

import hmac
import re
import secrets
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, Header, Path, Request

from api.problems import Denied
from api.product import Product
from domain.errors import NotFound

SCHEME = "bearer "
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


async def product_of(request: Request) -> Product:
    """Return the running product."""
    product: Product = request.app.state.product
    return product


TheProduct = Annotated[Product, Depends(product_of)]


def new_token() -> str:
    """Return a token of 256 random bits."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """Return the form in which a token is stored; it is random, so a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


async def conversation_id(given: Annotated[str, Path(alias="id")]) -> str:
    """Return the id of the path. Raises NotFound for what cannot be one, so that no database has to look at it."""
    if not ID.fullmatch(given):
        raise NotFound("conversation_not_found")
    return given


Id = Annotated[str, Depends(conversation_id)]


async def own_conversation(
    conversation_id: Id,
    product: TheProduct,
    authorization: Annotated[str, Header()] = "",
) -> str:
    """Return the id of the caller's conversation. A wrong token looks like a conversation that is not there."""
    if not authorization.lower().startswith(SCHEME):
        raise Denied("token_missing")
    given = hashed(authorization[len(SCHEME) :].strip())
    if not hmac.compare_digest(await product.doors.token_hash(conversation_id), given):
        raise NotFound("conversation_not_found")
    return conversation_id


Own = Annotated[str, Depends(own_conversation)]
