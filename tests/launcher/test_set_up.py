"""Setting up from nothing, in real environments: interrupted, without network, without space, twice at once."""

import json
import signal
import socket
import time

from tests.launcher.clone import ASKED_AT, FAR_AWAY, NO_INDEX, Clone
from tooling.messages import text
from tooling.problems import Exit


def test_a_first_start_sets_up_and_a_second_does_not(clone: Clone) -> None:
    first = clone.run("match", "people.jsonl")
    assert (first.returncode, json.loads(first.stdout)) == (Exit.OK, ["match", "people.jsonl"])
    assert text("step_product") in first.stderr
    second = clone.run("match", "-")
    assert (second.stderr, json.loads(second.stdout)) == ("", ["match", "-"])


def test_a_half_finished_environment_is_made_anew(clone: Clone) -> None:
    (clone.venv / "bin").mkdir(parents=True)
    (clone.venv / "bin" / "python").write_text("#!/bin/false\n", "utf-8")
    done = clone.run("match", "-")
    assert done.returncode == Exit.OK
    assert text("half_finished", step=text("step_product")) in done.stderr


def test_without_network_it_says_so(clone: Clone) -> None:
    lock = clone.root / "requirements" / "product.txt"
    lock.write_text(FAR_AWAY, "utf-8")
    clone.environment |= NO_INDEX
    done = clone.run("match", "-")
    assert done.returncode == Exit.NO_NETWORK, done.stderr
    assert "verkkoon ei saada yhteyttä" in done.stderr
    assert done.stdout == ""


def test_a_full_disk_is_named(clone: Clone) -> None:
    full = clone.run("match", "-", largest_file=200_000)
    assert full.returncode == Exit.DISK_FULL, full.stderr
    assert "täynnä" in full.stderr
    assert "Traceback" not in full.stderr


def test_ctrl_c_in_the_middle_leaves_no_process_and_the_next_start_goes_on(clone: Clone) -> None:
    lock = clone.root / "requirements" / "product.txt"
    lock.write_text(FAR_AWAY, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        clone.environment |= NO_INDEX | {ASKED_AT: address, "PIP_TIMEOUT": "60"}
        started = clone.start("match", "-")
        silent.settimeout(30)
        asking, _ = silent.accept()
        started.send_signal(signal.SIGINT)
        _, said = started.communicate(timeout=20)
        asking.settimeout(10)
        while asking.recv(4096):  # pip has asked; its end closes the connection
            pass
        asking.close()
    assert started.returncode == Exit.INTERRUPTED
    assert text("interrupted") in said
    lock.write_text("", "utf-8")
    assert clone.run("match", "-").returncode == Exit.OK


def test_two_launchers_at_once_set_up_one_after_the_other(clone: Clone) -> None:
    first = clone.start("match", "1")
    while not (clone.root / "var" / "run" / "setup.lock").exists():
        time.sleep(0.01)
    second = clone.start("match", "2")
    results = [(child.communicate(timeout=60)[0], child.returncode) for child in (first, second)]
    assert [(json.loads(out), code) for out, code in results] == [(["match", "1"], 0), (["match", "2"], 0)]


def test_a_changed_lock_is_installed_into_the_same_environment(clone: Clone) -> None:
    assert clone.run("match", "-").returncode == Exit.OK
    kept = clone.venv / "kept"
    kept.touch()
    (clone.root / "requirements" / "product.txt").write_text("# newer\n", "utf-8")
    done = clone.run("match", "-")
    assert (done.returncode, kept.exists()) == (Exit.OK, True)
    assert text("half_finished", step=text("step_product")) not in done.stderr
