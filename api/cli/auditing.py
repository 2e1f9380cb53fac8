"""`audit verify`: is the audit log whole?"""

from typing import Annotated

import typer

from api.cli.accounts import run
from api.cli.words import say
from api.db.audit import verify as walk

audit = typer.Typer(add_completion=False, no_args_is_help=True)


@audit.callback()
def log() -> None:
    """The log of who did or looked at what."""


@audit.command()
def verify(last: Annotated[str | None, typer.Option(help=say("help_audit_last"))] = None) -> None:
    """Walk the whole chain; exit with 1 at the first row that does not fit."""
    found = run(lambda db: walk(db, holding=last))
    if found.broken is not None:
        typer.echo(say("audit_broken", id=found.broken))
        raise typer.Exit(1)
    if last and not found.held:
        typer.echo(say("audit_cut"))
        raise typer.Exit(1)
    typer.echo(say("audit_whole", rows=found.rows, unchained=found.unchained, last=found.last or "-"))
