"""`run`: what is in the way of a start, and children that are looked after."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.launcher.clone import ROOT, Clone
from tooling import children, ports, supervisor
from tooling.problems import Exit, Problem
from tooling.supervisor import Child

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
DIES = [sys.executable, "-c", "raise SystemExit(3)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)",
]


def test_a_taken_port_is_named_before_anything_is_set_up(clone: Clone) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = clone.run("run", "--port", str(port))
    assert done.returncode == Exit.PORT_TAKEN
    assert str(port) in done.stderr
    assert "--port" in done.stderr
    assert not clone.venv.exists()


def test_an_address_of_another_machine_is_refused(clone: Clone) -> None:
    done = clone.run("run", "--host", "192.0.2.1")
    assert done.returncode == Exit.USAGE
    assert "192.0.2.1" in done.stderr


def test_a_second_run_on_the_same_data_is_refused(clone: Clone, tmp_path: Path) -> None:
    lock = tmp_path / "data" / "run" / "launcher.pid"
    lock.parent.mkdir(parents=True)
    with lock.open("w", encoding="ascii") as held:
        held.write("4242\n")
        held.flush()
        fcntl.flock(held, fcntl.LOCK_EX)
        done = clone.run("run", "--port", "0", "--data-dir", str(tmp_path / "data"))
    assert done.returncode == Exit.ALREADY_RUNNING
    assert "4242" in done.stderr


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", "http://127.0.0.1:80"), ("0.0.0.0", "http://127.0.0.1:80"), ("::", "http://[::1]:80")],
)
def test_the_address_is_the_one_that_this_machine_can_open(host: str, expected: str) -> None:
    assert ports.address(host, 80) == expected


def test_a_dead_child_is_started_again_after_growing_pauses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    child = Child("rasa", DIES, os.environ, tmp_path)
    pauses = []
    now = 0.0
    for _ in range(4):
        child.look(now)
        assert child.process is not None
        child.process.wait(10)
        child.look(now)
        pauses.append(child.due - now)
        now = child.due
    assert pauses == [1, 2, 4, 8]
    assert capsys.readouterr().err.count("paluuarvo 3") == len(pauses)


def test_a_child_that_lived_long_starts_again_at_once(tmp_path: Path) -> None:
    child = Child("rasa", DIES, os.environ, tmp_path, deaths=4)
    child.look(0)
    assert child.process is not None
    child.process.wait(10)
    child.look(supervisor.GROWN_UP + 1)
    assert child.due == supervisor.GROWN_UP + 1 + supervisor.FIRST_PAUSE


def test_a_child_that_never_gets_going_is_given_up_before_the_first_readiness(tmp_path: Path) -> None:
    child = Child("product", DIES, os.environ, tmp_path, deaths=supervisor.HOPELESS)
    child.log.parent.mkdir(parents=True)
    child.log.write_text("no such module\n", "utf-8")
    with pytest.raises(Problem, match="no such module") as problem:
        child.despair()
    assert problem.value.code == Exit.CHILD_FAILED


def test_the_pid_file_is_that_of_the_living_child(tmp_path: Path) -> None:
    child = Child("rasa", SLEEPS, os.environ, tmp_path)
    child.look(0)
    assert child.process is not None
    assert int(child.pid_file.read_text("ascii")) == child.process.pid
    child.stop()
    assert not child.pid_file.exists()


def test_a_child_that_does_not_listen_is_ended_all_the_same() -> None:
    with subprocess.Popen(STUBBORN, stdout=subprocess.PIPE, start_new_session=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        children.stop(child, patience=0.3)
        assert child.returncode == -signal.SIGKILL


def test_children_do_not_outlive_a_launcher_that_was_killed(tmp_path: Path) -> None:
    script = (
        "import os, sys; from tooling import children\n"
        f"child = children.start({SLEEPS!r}, output=None, environment=os.environ)\n"
        "print(child.pid, flush=True); child.wait()"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True) as launcher:
        assert launcher.stdout is not None
        pid = int(launcher.stdout.readline())
        launcher.kill()
    until = time.monotonic() + 5
    while Path(f"/proc/{pid}/stat").exists() and time.monotonic() < until:
        if ") Z " in Path(f"/proc/{pid}/stat").read_text("ascii"):
            break
        time.sleep(0.05)
    else:
        assert not Path(f"/proc/{pid}").exists()
