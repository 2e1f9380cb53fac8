"""The command `bench`: the project's benchmarks by name; each prints a table and writes JSON."""

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from api.cli.words import say


class Benchmark(StrEnum):
    """What can be measured; each is a module of the folder `bench`."""

    MATCH = "match"
    MESSAGE = "message"
    LIVE = "live"
    CONSOLE = "console"
    PAGES = "pages"
    PIPELINES = "pipelines"


Name = Annotated[Benchmark | None, typer.Argument(help=say("help_bench_name"))]


def bench(name: Name = None) -> None:
    """Measure one thing, or everything."""
    for chosen in [name] if name else Benchmark:
        typer.echo(say("bench_starts", name=chosen.value))
        import_module(f"bench.{chosen.value}").main()
