"""Every attempt to prove who one is counts as failed until it has succeeded, so that attempts at once count too."""

from collections.abc import Awaitable, Callable

from api.clock import now
from api.db import sessions, staff
from api.db.models.staff import LoginAttempt
from api.problems import TooMany
from api.product import Product
from api.staff.lockout import COUNTED, FREE, closed_for
from domain.errors import PalvelupolkuError

UNKNOWN = "-"  # what is typed as a name may be a password, so it does not go to the audit log


async def proving(
    product: Product, name: str, right: Callable[[], Awaitable[bool]], *, wrong: PalvelupolkuError
) -> None:
    """Ask whether it is right. Raises `wrong` when it is not, TooMany without asking while the name is closed."""
    short = name[:64]
    attempt, failures, known = await _begin(product, short)
    if await right():
        async with product.database.write() as db:
            await sessions.take_back(db, attempt)
        return
    async with product.database.write() as db:
        who = name if known else UNKNOWN
        staff.audit(db, who, "login_failed", None, at=now())
        if failures >= FREE:
            seconds = closed_for(failures, now(), at=now())
            staff.audit(db, who, "login_closed", None, at=now(), detail=f"{seconds} s")
    raise wrong


async def _begin(product: Product, name: str) -> tuple[int, int, bool]:
    moment = now()
    async with product.database.write() as db:
        known = await staff.by_name(db, name, lock=True) is not None
        await sessions.forget_old_failures(db, before=moment - COUNTED)
        failures, latest = await sessions.failures(db, name, since=moment - COUNTED)
        if seconds := closed_for(failures, latest, at=moment):
            raise TooMany("name_closed", seconds)
        attempt = LoginAttempt(name=name, at=moment)
        db.add(attempt)
        await db.flush()
        return attempt.id, failures + 1, known
