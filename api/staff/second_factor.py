"""The second factor: time-based codes of a phone (RFC 6238), and recovery codes for the day the phone is lost."""

import hmac
import secrets
from base64 import b32encode
from datetime import datetime

import pyotp
from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.access import hashed
from api.clock import now
from api.db import factors, staff
from api.db.models.staff import Staff
from api.settings import Settings
from api.staff.schemas import Missing

PERIOD = 30  # seconds, as every authenticator takes it
LENIENCE = (0, -1, 1)  # clocks differ by a step
CODES = 10
CODE_BYTES = 10


def missing(person: Staff, settings: Settings) -> Missing:
    """Return what a person still has to show after the password."""
    if person.totp_used is not None:
        return Missing.CODE
    return Missing.ENROL if settings.second_factor == "required" else Missing.NONE


async def propose(db: AsyncSession, person: int, name: str, issuer: str) -> tuple[str, str] | None:
    """Return a new secret and its address for the authenticator; None when there is a confirmed one already."""
    secret = pyotp.random_base32()
    if not await factors.propose(db, person, secret):
        return None
    return secret, pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


async def confirm(db: AsyncSession, person: Staff, code: str) -> list[str] | None:
    """Switch the proposed secret on; return the recovery codes, or None when the code is wrong."""
    if person.totp_used is not None or not await _by_time(db, person, code):
        return None
    codes = [_grouped(b32encode(secrets.token_bytes(CODE_BYTES)).decode()) for _ in range(CODES)]
    await factors.replace_codes(db, person.id, [hashed(_plain(one)) for one in codes])
    staff.audit(db, person.name, "totp_enrolled", None, at=now())
    return codes


async def accepts(db: AsyncSession, person: Staff, code: str) -> bool:
    """Tell whether the code is right, and use it: none opens twice."""
    if person.totp_used is None:
        return False
    if await _by_time(db, person, code):
        return True
    if not await factors.use_code(db, person.id, hashed(_plain(code)), at=now()):
        return False
    left = await factors.codes_left(db, person.id)
    staff.audit(db, person.name, "recovery_code_used", None, at=now(), detail=str(left))
    return True


async def _by_time(db: AsyncSession, person: Staff, code: str) -> bool:
    step = _step(person.totp_secret or "", _plain(code), at=now())
    return step is not None and await factors.use_step(db, person.id, person.totp_secret or "", step)


def _step(secret: str, code: str, *, at: datetime) -> int | None:
    current, totp = int(at.timestamp()) // PERIOD, pyotp.TOTP(secret)
    steps = (current + shift for shift in LENIENCE)
    return next((step for step in steps if hmac.compare_digest(totp.generate_otp(step), code)), None)


def _plain(code: str) -> str:
    return "".join(sign for sign in code if sign.isascii() and sign.isalnum()).upper()


def _grouped(code: str) -> str:
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
