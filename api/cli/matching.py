"""The commands `match` and `interview`: what the rules say of the people in a file, without a server."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from api.clock import today
from domain.catalogue import load_seed
from domain.commands import interview_lines, match_lines
from domain.errors import Invalid
from domain.rules import RuleBook

WRONG_INPUT = 2
File = Annotated[str, typer.Argument(help="JSON-rivit tiedostossa, tai - eli vakiosyöte.")]
On = Annotated[str | None, typer.Option("--on", help="Päivä, jonka säännöin päätellään (VVVV-KK-PP); oletus tänään.")]
Work = Callable[..., Iterator[dict[str, Any]]]


def match(file: File, on: On = None) -> None:
    """Say which services fit each person."""
    _answer(file, on, match_lines)


def interview(file: File, on: On = None) -> None:
    """Play the interview against each person's facts."""
    _answer(file, on, interview_lines)


def _answer(file: str, on: str | None, work: Work) -> None:
    """Write one line for each line; exit with 2 when something in the input was wrong."""
    wrong = False
    for answer in work(_lines(file), _rulebook(), on=_day(on)):
        wrong = wrong or "problems" in answer
        text = json.dumps(answer, ensure_ascii=False) + "\n"
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    if wrong:
        raise typer.Exit(WRONG_INPUT)


def _rulebook() -> RuleBook:
    try:
        return load_seed()
    except Invalid as error:
        _refuse([(problem.place, problem.code, problem.detail) for problem in error.problems])


def _lines(file: str) -> Iterable[bytes]:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).read_bytes().splitlines()
    except OSError as error:
        _refuse([(file, "unreadable", error.strerror or "")])


def _day(on: str | None) -> date:
    try:
        return date.fromisoformat(on) if on else today()
    except ValueError:
        _refuse([("--on", "not_a_date", on or "")])


def _refuse(problems: list[tuple[str, str, str]]) -> NoReturn:
    """Tell what is wrong on the error stream, as data, and stop."""
    found = [{"place": place, "code": code, "detail": detail} for place, code, detail in problems]
    typer.echo(json.dumps({"problems": found}, ensure_ascii=False), err=True)
    raise typer.Exit(WRONG_INPUT)
