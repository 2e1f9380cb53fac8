"""The typer application whose commands are loaded one at a time, so that `match` starts at once."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

COMMANDS: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("commands.json").read_text("utf-8"))


class LazyCommands(TyperGroup):
    """The commands of commands.json; only the one that is asked for is imported."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]  # noqa: ARG002
        """The command of that name, or None when the table does not have it."""
        return load(cmd_name) if cmd_name in COMMANDS else None


def load(name: str) -> TyperCommand | TyperGroup:
    """Import the module of one command; what it names is a function or a typer application of its own."""
    module, attribute = COMMANDS[name]["code"].split(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False)
        alone.command(name, help=COMMANDS[name]["help_fi"])(found)
        found = alone
    return typer.main.get_command(found)  # type: ignore[return-value]


app = typer.Typer(cls=LazyCommands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def palvelupolku() -> None:
    """Palvelupolku."""
