"""The typer application whose commands are loaded one at a time, so that `match` starts at once."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

COMMANDS: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("commands.json").read_text("utf-8"))
# Typer names what it makes by a private type only.
Command = TyperCommand | TyperGroup


class LazyCommands(TyperGroup):
    """The commands of commands.json; only the one that is asked for is imported."""

    @override
    def list_commands(self, ctx: object) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    @override
    def get_command(self, ctx: object, cmd_name: str) -> Command | None:
        """The command of that name, or None when the table does not have it."""
        return load(cmd_name) if cmd_name in COMMANDS else None


def load(name: str) -> Command:
    """Import the module of one command; what it names is a function or a typer application of its own."""
    module, attribute = COMMANDS[name]["code"].split(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False)
        alone.command(name, help=COMMANDS[name]["help_fi"])(found)
        found = alone
    return cast("Command", typer.main.get_command(found))


app = typer.Typer(cls=LazyCommands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def palvelupolku() -> None:
    """Palvelupolku."""
