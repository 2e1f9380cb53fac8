"""`user ...`: who of the staff may log in, as what and in which teams."""

import asyncio
import secrets
import sys
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from api.cli.words import say
from api.clock import now
from api.db import staff
from api.db.engine import Database
from api.db.migrate import migrate
from api.db.models import Staff
from api.settings import Settings
from api.staff.passwords import SHORTEST, hashed
from api.staff.roles import Role
from domain.errors import Refused

T = TypeVar("T")
OPERATOR = "-"  # whoever may use the command line has no account here

user = typer.Typer(add_completion=False, no_args_is_help=True)
Name = Annotated[str, typer.Argument(help=say("help_user_name"))]
FromInput = Annotated[bool, typer.Option("--password-stdin", help=say("help_password_stdin"))]


class Change(StrEnum):
    """What happens to a membership."""

    ADD = "add"
    REMOVE = "remove"


@user.callback()
def users() -> None:
    """The people who work here."""


@user.command()
def add(
    name: Name,
    role: Annotated[Role, typer.Option(help=say("help_user_role"))],
    team: Annotated[list[str] | None, typer.Option(help=say("help_user_team"))] = None,
    email: Annotated[str | None, typer.Option(help=say("help_user_email"))] = None,
    password_stdin: FromInput = False,  # noqa: FBT002
) -> None:
    """Add a person; without a given password a new one is made and printed once."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else secrets.token_urlsafe(15)
    if len(password) < SHORTEST:
        raise typer.BadParameter(say("password_too_short", shortest=SHORTEST))

    async def work(db: AsyncSession) -> None:
        await staff.add(db, name, role, hashed(password), at=now(), teams=team or (), email=email)
        staff.audit(db, OPERATOR, "user_added", None, at=now(), detail=f"{name}: {role.value}")

    try:
        _run(work)
    except Refused:
        raise typer.BadParameter(say("name_taken", name=name)) from None
    typer.echo(say("user_added", name=name, role=role.value))
    if not password_stdin:
        typer.echo(say("password_made", password=password))


@user.command()
def team(name: Name, change: Change, team: Annotated[str, typer.Argument(help=say("help_user_team"))]) -> None:
    """Put a person into a team or take them out."""

    async def work(db: AsyncSession) -> None:
        person = await _known(db, name)
        act = staff.join_team if change is Change.ADD else staff.leave_team
        if await act(db, person.id, team):
            staff.audit(db, OPERATOR, f"user_team_{change.value}", None, at=now(), detail=f"{name}: {team}")

    _run(work)
    typer.echo(say(f"team_{change.value}", name=name, team=team))


def _run(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    async def inside() -> T:
        database = Database(Settings.from_environment().database)
        try:
            await migrate(database)
            async with database.write() as db:
                return await work(db)
        finally:
            await database.close()

    return asyncio.run(inside())


async def _known(db: AsyncSession, name: str) -> Staff:
    person = await staff.by_name(db, name)
    if person is None:
        raise typer.BadParameter(say("name_unknown", name=name))
    return person
