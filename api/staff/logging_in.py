"""Logging in: a password, perhaps a code, and the log-in that follows; or what the organisation's own log-in says."""

from api.clock import now
from api.db import staff
from api.db.models.staff import Staff
from api.problems import Denied
from api.product import Product
from api.staff import passwords, second_factor
from api.staff.access import Person
from api.staff.attempts import proving
from api.staff.opening import opened
from api.staff.schemas import Login, Me, Missing


async def by_password(product: Product, body: Login, *, instead_of: str) -> tuple[str, Me]:
    """Return the cookie of a new log-in and whose it is. Raises Denied, TooMany."""
    async with product.database.read() as db:
        person = await staff.by_name(db, body.name)

    async def right() -> bool:
        fits = await passwords.matches(person.password_hash if person else None, body.password)
        return fits and person is not None and person.active

    await proving(product, body.name, right, wrong=Denied("wrong_name_or_password"))
    if person is None:
        raise Denied("wrong_name_or_password")
    return await begin(product, person, second_factor.missing(person, product.settings), instead_of=instead_of)


async def by_code(product: Product, person: Person, code: str) -> tuple[str, Me]:
    """Return the cookie of the log-in that replaces the half-way one. Raises Denied, TooMany."""

    async def right() -> bool:
        async with product.database.write() as db:
            return await second_factor.accepts(db, await db.get_one(Staff, person.id), code)

    await proving(product, person.name, right, wrong=Denied("wrong_code"))
    async with product.database.read() as db:
        row = await db.get_one(Staff, person.id)
    return await begin(product, row, Missing.NONE, instead_of=person.session)


async def by_subject(product: Product, subject: str, *, instead_of: str) -> str | None:
    """Return the cookie for whom the organisation's own log-in has named; None when nobody here is linked to that.

    That log-in has its own rules for second factors; one that was set up here is asked for all the same.
    """
    async with product.database.read() as db:
        person = await staff.by_subject(db, subject)
    if person is None or not person.active:
        async with product.database.write() as db:
            staff.audit(db, person.name if person else "-", "login_failed", None, at=now(), detail="OpenID Connect")
        return None
    missing = Missing.NONE if person.totp_used is None else Missing.CODE
    token, _ = await begin(product, person, missing, instead_of=instead_of)
    return token


async def begin(product: Product, person: Staff, missing: Missing, *, instead_of: str) -> tuple[str, Me]:
    """Open a log-in that waits for what is still missing."""
    async with product.database.write() as db:
        token, who = await opened(db, person, verified=missing is Missing.NONE, instead_of=instead_of)
    return token, view(who, person, missing)


def view(who: Person, row: Staff, missing: Missing) -> Me:
    """Return what a person's page is told."""
    return Me(
        csrf=who.csrf,
        name=who.name,
        user=who.name,
        role=who.role,
        teams=sorted(who.teams),
        second_factor=missing,
        totp=row.totp_used is not None,
    )
