"""The launcher's command line: three commands of its own, the others are handed over to the product's."""

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from tooling import options, places
from tooling.messages import answer, text
from tooling.problems import Exit, Problem

DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR}


def main(argv: list[str]) -> int:
    """Do what the words say; the process's exit code (see problems.Exit)."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _do(argv)
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        return problem.code
    except KeyboardInterrupt:
        sys.stderr.write(text("interrupted") + "\n")
        return Exit.INTERRUPTED
    except OSError as error:
        return _stopped_by(error)


def _do(argv: list[str]) -> int:
    name, words = (argv[0], argv[1:]) if argv else (options.HELP, [])
    if name in {options.HELP, "-h", "help"}:
        answer(_usage())
        return Exit.OK
    if name in OWN:
        return _own(name, words)
    table = commands()
    if name not in table:
        raise Problem(Exit.USAGE, "unknown_command", name=name)
    return _hand_over(name, words, table[name])


def _own(name: str, words: list[str]) -> int:
    if options.HELP in words[:1]:
        answer(text(f"usage_{name}"))
        return Exit.OK
    return OWN[name](words)


def _run(words: list[str]) -> int:
    from tooling import running

    return running.run(words)


def _test(words: list[str]) -> int:
    from tooling import testing

    return testing.test(words)


def _train(words: list[str]) -> int:
    from tooling import model, setup

    options.nothing_else("train", [word for word in words if word != "--force"])
    setup.ensure(("bot",))
    answer(str(model.ensure(force="--force" in words)))
    return Exit.OK


OWN: dict[str, Callable[[list[str]], int]] = {"run": _run, "test": _test, "train": _train}


def commands() -> dict[str, Any]:
    """The commands of the product's own command line and what each needs."""
    table: dict[str, Any] = json.loads(places.COMMANDS.read_text("utf-8"))
    return table


def _hand_over(name: str, words: list[str], command: dict[str, Any]) -> int:
    from tooling import setup

    settings: dict[str, str] = {}
    if command["data"]:
        taken, words = options.take(words, "--data-dir", "--database-url")
        settings = options.data_settings(taken)
    setup.ensure(("product",) if options.HELP in words else command["needs"])
    if "model" in command["needs"]:
        from tooling import model

        settings["PALVELUPOLKU_MODEL"] = str(model.path())
    environment = {**os.environ, **settings, "PYTHONPATH": str(places.ROOT)}
    python = str(places.PRODUCT_PYTHON)
    os.execve(python, [python, "-P", "-m", "api.cli", name, *words], environment)


def _usage() -> str:
    rows = [(name, text(f"help_{name}")) for name in OWN]
    rows += [(name, command["help_fi"]) for name, command in commands().items()]
    return text("usage", commands="\n".join(f"  {name:<12}{what}" for name, what in rows))


def _stopped_by(error: OSError) -> int:
    folder = error.filename or places.ROOT
    if error.errno in DISK_FULL:
        cause = Problem(Exit.DISK_FULL, "disk_full", step=text("step_any"), folder=folder, needed=places.GIGABYTES)
    elif error.errno in NOT_WRITABLE:
        cause = Problem(Exit.NOT_WRITABLE, "not_writable", folder=folder)
    else:
        raise error
    sys.stderr.write(f"{cause}\n")
    return cause.code
