"""What can stop the launcher: each cause with an exit code of its own and a sentence that says what to do."""

from enum import IntEnum

from tooling.messages import text


class Exit(IntEnum):
    """The launcher's exit codes; 10 is given by the script itself, before this module can be read."""

    OK = 0
    FAILED = 1
    USAGE = 2
    PYTHON_TOO_OLD = 10
    PYTHON_310_MISSING = 11
    NO_NETWORK = 12
    NO_ROOT = 13
    PORT_TAKEN = 14
    DISK_FULL = 15
    ALREADY_RUNNING = 16
    STEP_FAILED = 17
    CHILD_FAILED = 18
    NOT_WRITABLE = 19
    INTERRUPTED = 130


class Problem(Exception):
    """The launcher cannot go on; `str` of it is what the operator reads."""

    def __init__(self, code: Exit, key: str, **facts: object) -> None:
        super().__init__(text(key, **facts))
        self.code = code
