"""`user ...`: who of the staff may log in, as what and in which teams."""

import secrets
import sys
from enum import StrEnum
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from api.cli.accounts import OPERATOR, known, run
from api.cli.words import say
from api.clock import now
from api.db import factors, sessions, staff
from api.staff.passwords import hashed
from api.staff.roles import Role
from api.staff.strength import SHORTEST, weakness
from domain.errors import Refused
from domain.routing import Teams

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
    *,
    name: Name,
    role: Annotated[Role, typer.Option(help=say("help_user_role"))],
    team: Annotated[list[str] | None, typer.Option(help=say("help_user_team"))] = None,
    email: Annotated[str | None, typer.Option(help=say("help_user_email"))] = None,
    password_stdin: FromInput = False,
) -> None:
    """Add a person; without a given password a new one is made and printed once."""
    _known_teams(*(team or ()))
    chosen = _chosen(name, email or "") if password_stdin else _made()

    async def work(db: AsyncSession) -> None:
        await staff.add(db, name, role, hashed(chosen), at=now(), teams=team or (), email=email)
        staff.audit(db, OPERATOR, "user_added", None, at=now(), detail=f"{name}: {role.value}")

    try:
        run(work)
    except Refused:
        raise typer.BadParameter(say("name_taken", name=name)) from None
    typer.echo(say("user_added", name=name, role=role.value))
    if not password_stdin:
        typer.echo(say("password_made", password=chosen))


@user.command("list")
def everybody() -> None:
    """List the people, one a line: name, role, teams, state."""

    async def work(db: AsyncSession) -> list[str]:
        return [
            say(
                "user_line" if person.active else "user_line_locked",
                name=person.name,
                role=person.role,
                teams=", ".join(sorted(await staff.teams(db, person.id))) or "-",
                factor=say("totp_on" if person.totp_used is not None else "totp_off"),
            )
            for person in await staff.everybody(db)
        ]

    for line in run(work):
        typer.echo(line)


@user.command()
def password(name: Name, *, password_stdin: FromInput = False) -> None:
    """Give a person a new password; their log-ins end."""
    chosen = _chosen(name) if password_stdin else _made()

    async def work(db: AsyncSession) -> None:
        person = await known(db, name)
        person.password_hash = hashed(chosen)
        await sessions.end_all(db, person.id)
        await sessions.forget_failures(db, name)
        staff.audit(db, OPERATOR, "user_password", None, at=now(), detail=name)

    run(work)
    typer.echo(say("password_changed", name=name) if password_stdin else say("password_made", password=chosen))


@user.command()
def lock(name: Name) -> None:
    """Close an account; its log-ins end."""

    async def work(db: AsyncSession) -> None:
        person = await known(db, name)
        person.active = False
        await sessions.end_all(db, person.id)
        staff.audit(db, OPERATOR, "user_locked", None, at=now(), detail=name)

    run(work)
    typer.echo(say("user_locked", name=name))


@user.command()
def unlock(name: Name) -> None:
    """Open an account that was locked, or one that wrong attempts have closed."""

    async def work(db: AsyncSession) -> None:
        (await known(db, name)).active = True
        await sessions.forget_failures(db, name)
        staff.audit(db, OPERATOR, "user_unlocked", None, at=now(), detail=name)

    run(work)
    typer.echo(say("user_unlocked", name=name))


@user.command()
def team(name: Name, change: Change, team: Annotated[str, typer.Argument(help=say("help_user_team"))]) -> None:
    """Put a person into a team or take them out."""
    if change is Change.ADD:
        _known_teams(team)

    async def work(db: AsyncSession) -> None:
        person = await known(db, name)
        act = staff.join_team if change is Change.ADD else staff.leave_team
        if await act(db, person.id, team):
            staff.audit(db, OPERATOR, f"user_team_{change.value}", None, at=now(), detail=f"{name}: {team}")

    run(work)
    typer.echo(say(f"team_{change.value}", name=name, team=team))


@user.command()
def teams() -> None:
    """List the teams, one a line: id, name."""
    for one in Teams.load().teams:
        typer.echo(f"{one.id}  {one.name_fi}")


@user.command("reset-totp")
def reset_totp(name: Name) -> None:
    """Take a person's second factor away, as when the phone and the codes are lost; their log-ins end."""

    async def work(db: AsyncSession) -> None:
        person = await known(db, name)
        await factors.remove(db, person.id)
        await sessions.end_all(db, person.id)
        staff.audit(db, OPERATOR, "user_totp_reset", None, at=now(), detail=name)

    run(work)
    typer.echo(say("totp_reset", name=name))


@user.command()
def oidc(name: Name, subject: Annotated[str, typer.Argument(help=say("help_user_subject"))]) -> None:
    """Link a person to the organisation's own log-in."""

    async def work(db: AsyncSession) -> None:
        person = await known(db, name)
        if (other := await staff.by_subject(db, subject)) is not None and other.id != person.id:
            raise typer.BadParameter(say("subject_taken", name=other.name))
        person.oidc_subject = subject
        staff.audit(db, OPERATOR, "user_oidc", None, at=now(), detail=name)

    run(work)
    typer.echo(say("oidc_linked", name=name))


def _made() -> str:
    return secrets.token_urlsafe(15)


def _chosen(*about: str) -> str:
    given = sys.stdin.readline().rstrip("\n")
    if (code := weakness(given, *about)) is not None:
        raise typer.BadParameter(say(code, shortest=SHORTEST))
    return given


def _known_teams(*given: str) -> None:
    known_ids = {one.id for one in Teams.load().teams}
    for team in given:
        if team not in known_ids:
            raise typer.BadParameter(say("team_unknown", team=team))
