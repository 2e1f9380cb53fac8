"""Queries about the second factor. Whatever may be used once is used by one conditional update."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.staff import RecoveryCode, Staff


async def propose(db: AsyncSession, person: int, secret: str) -> bool:
    """Store a secret that is not yet confirmed; tell whether there was no confirmed one."""
    proposed = update(Staff).where(Staff.id == person, Staff.totp_used.is_(None)).values(totp_secret=secret)
    return (await db.execute(proposed.returning(Staff.id))).first() is not None


async def use_step(db: AsyncSession, person: int, secret: str, step: int) -> bool:
    """Use a time step of the secret; tell whether neither it nor a later one has been used. The first confirms."""
    unused = or_(Staff.totp_used.is_(None), Staff.totp_used < step)
    used = update(Staff).where(Staff.id == person, Staff.totp_secret == secret, unused).values(totp_used=step)
    return (await db.execute(used.returning(Staff.id))).first() is not None


async def use_code(db: AsyncSession, person: int, code_hash: str, *, at: datetime) -> bool:
    """Use a recovery code; tell whether it was there and unused."""
    mine = (RecoveryCode.staff == person, RecoveryCode.code_hash == code_hash, RecoveryCode.used_at.is_(None))
    used = update(RecoveryCode).where(*mine).values(used_at=at).returning(RecoveryCode.id)
    return (await db.execute(used)).first() is not None


async def codes_left(db: AsyncSession, person: int) -> int:
    """Return how many recovery codes are unused."""
    left = select(func.count()).where(RecoveryCode.staff == person, RecoveryCode.used_at.is_(None))
    return await db.scalar(left) or 0


async def replace_codes(db: AsyncSession, person: int, code_hashes: Iterable[str]) -> None:
    """Give a person new recovery codes; the old ones open nothing any more."""
    await db.execute(delete(RecoveryCode).where(RecoveryCode.staff == person))
    db.add_all(RecoveryCode(staff=person, code_hash=code_hash) for code_hash in code_hashes)


async def remove(db: AsyncSession, person: int) -> None:
    """Take the second factor away."""
    await db.execute(update(Staff).where(Staff.id == person).values(totp_secret=None, totp_used=None))
    await replace_codes(db, person, ())
