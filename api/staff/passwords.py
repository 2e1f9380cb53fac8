"""Password hashes: Argon2id, computed beside the event loop."""

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Checked when there is no such name, so that the time of the answer does not tell.
NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$MWmVFQ2tFsWoMkgKgcHPl1wvZQdYyXeCIGmxhn4VkGc"


def hashed(password: str) -> str:
    """Return the hash to store; takes tens of milliseconds."""
    return _hasher.hash(password)


async def hashed_aside(password: str) -> str:
    """Return the hash to store, computed beside the event loop."""
    return await asyncio.to_thread(hashed, password)


async def matches(stored: str | None, password: str) -> bool:
    """Tell whether the password is the one of the stored hash."""
    return await asyncio.to_thread(_matches, stored or NOBODY, password)


def _matches(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
