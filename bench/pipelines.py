"""Our pipeline beside others: the same training text and messages, one process each, in one run."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from bench.figures import table, write

ROOT = Path(__file__).resolve().parent.parent
BOT_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
CONFIGS = ROOT / "bench" / "nlu" / "configs"
FOLDERS = (ROOT / "evaluation", ROOT.parent / "shared" / "eval")
LIGHT = {
    "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_MAX_CACHE_SIZE": "0",
    "LOG_LEVEL": "ERROR",
}


def main(data: Path = ROOT / "var" / "bench") -> dict[str, Any]:
    """Train and measure every pipeline of the folder, print the table and write `pipelines.json`."""
    with tempfile.TemporaryDirectory() as folder:
        messages = Path(folder) / "messages.jsonl"
        messages.write_text("\n".join(_messages()) + "\n", "utf-8")
        rows = {config.stem: _measured(config, Path(folder), messages) for config in sorted(CONFIGS.glob("*.yml"))}
    print(table(rows))
    write(data, "pipelines", rows)
    return rows


def _messages() -> list[str]:
    """Every message with an act of the sets that are there; none of them is trained on."""
    files = [path for folder in FOLDERS for path in sorted(folder.glob("messages*.jsonl"))]
    return [line for path in files for line in path.read_text("utf-8").splitlines() if line.strip()]


def _measured(config: Path, folder: Path, messages: Path) -> dict[str, Any]:
    out = folder / config.stem
    trained = _run("train", config, out)
    read: dict[str, Any] = _run("read", out / "model.tar.gz", messages)
    return read | trained


def _run(*words: str | Path) -> dict[str, Any]:
    argv = [str(BOT_PYTHON), "-W", "ignore", "-m", "bench.nlu.one", *map(str, words)]
    environment = {**os.environ, **LIGHT, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(argv, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer
