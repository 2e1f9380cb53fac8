"""`user add NAME --role ROLE`: who of the staff may log in."""

import asyncio
import secrets
import sys
from enum import StrEnum
from typing import Annotated

import typer

from api.cli.words import say
from api.clock import now
from api.db import staff
from api.db.engine import Database
from api.db.migrate import migrate
from api.settings import Settings
from api.staff.passwords import SHORTEST, hashed
from domain.errors import Refused

user = typer.Typer(add_completion=False, no_args_is_help=True)


class Role(StrEnum):
    """What a person of the staff may do."""

    ADVISOR = "advisor"
    ADMIN = "admin"
    APPROVER = "approver"


@user.callback()
def users() -> None:
    """The people who work here."""


@user.command()
def add(
    name: Annotated[str, typer.Argument(help=say("help_user_name"))],
    role: Annotated[Role, typer.Option(help=say("help_user_role"))],
    password_stdin: Annotated[bool, typer.Option(help=say("help_password_stdin"))] = False,  # noqa: FBT002
) -> None:
    """Add a person; without a given password a new one is made and printed once."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else secrets.token_urlsafe(15)
    if len(password) < SHORTEST:
        raise typer.BadParameter(say("password_too_short", shortest=SHORTEST))
    try:
        asyncio.run(_add(name, role, password))
    except Refused:
        raise typer.BadParameter(say("name_taken", name=name)) from None
    typer.echo(say("user_added", name=name, role=role.value))
    if not password_stdin:
        typer.echo(say("password_made", password=password))


async def _add(name: str, role: Role, password: str) -> None:
    database = Database(Settings.from_environment().database)
    try:
        await migrate(database)
        async with database.write() as db:
            await staff.add(db, name, role, hashed(password), at=now())
            staff.audit(db, name, "added", None, at=now())
    finally:
        await database.close()
