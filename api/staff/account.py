"""One's own account: the password, the second factor, the open log-ins."""

from api.clock import now
from api.db import sessions, staff
from api.db.factors import remove
from api.db.models.staff import Staff
from api.problems import Forbidden
from api.product import Product
from api.staff import passwords, second_factor
from api.staff.access import Person, over
from api.staff.attempts import proving
from api.staff.opening import opened, tell_ended
from api.staff.schemas import SESSION_ID, Confirmed, NewPassword, OpenSession, PasswordAndCode, Proposed
from api.staff.strength import weakness
from domain.errors import Invalid, NotFound, Refused
from domain.problems import Problem

ISSUER = "Palvelupolku"


async def change_password(product: Product, person: Person, body: NewPassword) -> None:
    """Set a new password and end the other log-ins. Raises Invalid for a weak one, Forbidden, TooMany."""
    async with product.database.read() as db:
        row = await db.get_one(Staff, person.id)
    if (code := weakness(body.new, row.name, row.email or "")) is not None:
        raise Invalid("weak_password", [Problem("new", code)])
    await proving(
        product,
        person.name,
        lambda: passwords.matches(row.password_hash, body.current),
        wrong=Forbidden("wrong_password"),
    )
    fresh = await passwords.hashed_aside(body.new)
    async with product.database.write() as db:
        (await db.get_one(Staff, person.id)).password_hash = fresh
        await sessions.end_all(db, person.id, but=person.session)
        staff.audit(db, person.name, "password_changed", None, at=now())
    tell_ended(product, person)


async def propose_factor(product: Product, person: Person) -> Proposed:
    """Return a secret for the authenticator. Raises Refused when there is one already."""
    async with product.database.write() as db:
        proposed = await second_factor.propose(db, person.id, person.name, ISSUER)
    if proposed is None:
        raise Refused("already_enrolled")
    return Proposed(secret=proposed[0], uri=proposed[1])


async def confirm_factor(product: Product, person: Person, code: str) -> tuple[str | None, Confirmed]:
    """Switch the second factor on and end the other log-ins; return the recovery codes. Raises Forbidden.

    A log-in that waited for this is replaced by one that opens everything, with a cookie of its own.
    """
    token, csrf = None, person.csrf
    async with product.database.write() as db:
        row = await db.get_one(Staff, person.id)
        codes = await second_factor.confirm(db, row, code)
        if codes is None:
            raise Forbidden("wrong_code")
        await sessions.end_all(db, person.id, but=person.session)
        if not person.verified:
            token, who = await opened(db, row, verified=True, instead_of=person.session)
            csrf = who.csrf
    tell_ended(product, person)
    return token, Confirmed(recovery_codes=codes, csrf=csrf)


async def remove_factor(product: Product, person: Person, body: PasswordAndCode) -> None:
    """Take the second factor away. Raises Forbidden, TooMany."""

    async def right() -> bool:
        async with product.database.read() as db:
            stored = (await db.get_one(Staff, person.id)).password_hash
        if not await passwords.matches(stored, body.password):
            return False
        async with product.database.write() as db:
            return await second_factor.accepts(db, await db.get_one(Staff, person.id), body.code)

    await proving(product, person.name, right, wrong=Forbidden("wrong_password_or_code"))
    async with product.database.write() as db:
        await remove(db, person.id)
        staff.audit(db, person.name, "totp_removed", None, at=now())


async def open_sessions(product: Product, person: Person) -> list[OpenSession]:
    """Return where the person is logged in, the newest first."""
    async with product.database.read() as db:
        found = await sessions.of(db, person.id)
    return [
        OpenSession(
            id=one.token_hash[:SESSION_ID],
            created=one.created,
            seen=one.seen,
            current=one.token_hash == person.session,
        )
        for one in found
        if not over(one)
    ]


async def end_session(product: Product, person: Person, session: str) -> None:
    """End one of the person's own log-ins. Raises NotFound."""
    async with product.database.write() as db:
        mine = [one.token_hash for one in await sessions.of(db, person.id)]
        chosen = next((key for key in mine if key[:SESSION_ID] == session), None)
        if chosen is None:
            raise NotFound("session_not_found")
        await sessions.end(db, chosen)
        staff.audit(db, person.name, "session_ended", None, at=now())
    tell_ended(product, person)
