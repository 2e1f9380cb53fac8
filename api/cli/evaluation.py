"""The command `evaluate`: scores of understanding and matching, as a table, with the errors on demand."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from api.cli.reading import ModelUnreadable
from api.cli.understanding import model
from api.cli.words import say
from api.evaluating import people, sets
from api.evaluating.scoring import Scored
from domain.catalogue import load_seed

RESULT = sets.ROOT / "var" / "evaluation.json"
Errors = Annotated[bool, typer.Option("--errors", help=say("help_evaluate_errors"))]
To = Annotated[Path, typer.Option("--to", help=say("help_evaluate_to"))]


def evaluate(*, errors: Errors = False, to: To = RESULT) -> None:
    """Measure on every set that is there; the figures go to a file as well."""
    rulebook = load_seed()
    try:
        scored = sets.score(sets.found(), model(), rulebook.vocabulary)
    except ModelUnreadable as error:
        raise typer.BadParameter(say("model_unreadable", detail=error.detail)) from None
    scored["seed/people"] = people.score(rulebook, on=sets.SAID_ON)
    if errors:
        _show_errors(scored)
    _show(scored)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps({name: one.figures for name, one in scored.items()}, indent=1) + os.linesep, "utf-8")
    typer.echo(say("evaluated", path=to))


def _show(scored: Mapping[str, Scored]) -> None:
    for name, one in scored.items():
        typer.echo(name)
        for figure, value in one.figures.items():
            typer.echo(f"  {figure:<24}{value:8.4f}")


def _show_errors(scored: Mapping[str, Scored]) -> None:
    for name, one in scored.items():
        for item in one.wrong:
            typer.echo(f"{name} {json.dumps(item, ensure_ascii=False)}")
