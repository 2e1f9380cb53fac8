"""Mail to a team when somebody in danger waits, or somebody has waited long: once each, nothing about the person."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.clock import now
from api.db import teams
from api.db.models.desk import Handover
from api.mailing import Mail
from api.product import Product
from domain.routing import COMMON, DANGER


async def mail(product: Product) -> None:
    """Send what is due. Each escalation is marked before its letter goes out, so no process sends it twice."""
    letters = []
    async with product.database.read() as db:
        due = list(await db.scalars(select(Handover.id).where(_due(product, now()))))
    for handover in due:
        async with product.database.write() as db:
            letter = await _letter(product, db, handover)
        if letter is not None:
            letters.append(letter)
    for letter in letters:
        await product.mailer.send(letter)


def _due(product: Product, moment: datetime) -> ColumnElement[bool]:
    late = Handover.at < moment - timedelta(seconds=product.settings.long_wait)
    return and_(
        Handover.claimed_at.is_(None),
        Handover.ended_at.is_(None),
        Handover.callback.is_(False),
        Handover.mailed_at.is_(None),
        or_(Handover.priority >= DANGER, late),
    )


async def _letter(product: Product, db: AsyncSession, handover: int) -> Mail | None:
    """Mark the escalation and return its letter; None when it is marked already or nobody wants mail."""
    marked = await db.execute(
        update(Handover)
        .where(Handover.id == handover, _due(product, now()))
        .values(mailed_at=now())
        .execution_options(synchronize_session=False)
        .returning(Handover.priority, Handover.team)
    )
    row = marked.first()
    if row is None:
        return None
    to = await _addresses(db, row.team or COMMON)
    kind = "mail_danger" if row.priority >= DANGER else "mail_long_wait"
    text = product.texts.say(
        kind,
        team=product.teams.name(row.team),
        minutes=round(product.settings.long_wait / 60),
        url=f"{product.settings.public_url}/neuvoja",
    )
    return Mail(f"handover-{handover}", to, product.texts.say(f"{kind}_subject"), text) if to else None


async def _addresses(db: AsyncSession, team: str) -> list[str]:
    """Return the addresses of those who see the team's queue; giving an address is the wish to be mailed."""
    found = []
    for one in await teams.colleagues(db):
        sees = await teams.reach(db, one.staff.id, one.staff.role, one.teams)
        if one.staff.email and team in sees.teams:
            found.append(one.staff.email)
    return found
