"""Is a result still that of its sources? A stamp holds their fingerprint and is written last."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

UNSEEN = {"__pycache__", "node_modules", "dist", ".venv"}


def fingerprint(sources: Iterable[Path], *more: str) -> str:
    """The SHA-256 of all files in these files and folders, of their places, and of further words."""
    digest = hashlib.sha256("\0".join(more).encode())
    for source in sources:
        for file in _files(source):
            digest.update(f"\0{file.relative_to(source.parent)}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(source: Path) -> Iterator[Path]:
    if source.is_file():
        yield source
    elif source.is_dir() and source.name not in UNSEEN:
        for inner in sorted(source.iterdir()):
            yield from _files(inner)


def is_fresh(stamp: Path, of: str) -> bool:
    """Whether the stamp was written for exactly this fingerprint."""
    return stamp.is_file() and stamp.read_text("ascii").strip() == of


def write(stamp: Path, of: str) -> None:
    """Write the stamp in one piece."""
    half = stamp.with_name(stamp.name + ".new")
    half.write_text(of + "\n", "ascii")
    half.replace(stamp)
