"""The few options that the launcher itself reads; everything else goes on to the command."""

from collections.abc import Collection
from pathlib import Path

from tooling.places import VAR
from tooling.problems import Exit, Problem

HELP = "--help"
LARGEST_PORT = 65_535


def take(words: list[str], *names: str) -> tuple[dict[str, str], list[str]]:
    """Split off these options, each written `--name value` or `--name=value`; Problem when a value is missing."""
    taken: dict[str, str] = {}
    rest: list[str] = []
    queue = iter(words)
    for word in queue:
        name, equals, value = word.partition("=")
        if name not in names:
            rest.append(word)
            continue
        taken[name] = value if equals else next(queue, "")
        if not taken[name]:
            raise Problem(Exit.USAGE, "wrong_option", option=name, value="")
    return taken, rest


def nothing_else(command: str, rest: Collection[str]) -> None:
    """Raise Problem for a word that the command does not know."""
    for word in rest:
        raise Problem(Exit.USAGE, "unknown_option", command=command, option=word)


def port(text: str) -> int:
    """A port number, 0 for any; raises Problem for anything else."""
    if not text.isdecimal() or int(text) > LARGEST_PORT:
        raise Problem(Exit.USAGE, "wrong_option", option="--port", value=text)
    return int(text)


def data_settings(taken: dict[str, str]) -> dict[str, str]:
    """The product's settings that say where its data is."""
    folder = Path(taken.get("--data-dir", VAR)).resolve()
    settings = {"PALVELUPOLKU_DATA_DIR": str(folder)}
    if "--database-url" in taken:
        settings["PALVELUPOLKU_DATABASE_URL"] = taken["--database-url"]
    return settings
