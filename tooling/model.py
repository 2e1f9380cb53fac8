"""The language model: trained into a file that is named after its sources, so a changed source needs a new one."""

import os
from pathlib import Path

from tooling import stamps
from tooling.places import BOT, BOT_LOCK, BOT_PYTHON, MODELS, ROOT
from tooling.programs import named, run, step

KEPT = 3
SEED = ROOT / "domain" / "seed"
SOURCES = (
    BOT / "config.yml",
    BOT / "rasa_domain",
    BOT / "dialogue",
    BOT / "components",
    BOT_LOCK,
    ROOT / "nlu_data",
    SEED / "facts.json",
    SEED / "municipalities.json",
)
LIGHT = {
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "CUDA_VISIBLE_DEVICES": "-1",
    "RASA_TELEMETRY_ENABLED": "false",
    "LOG_LEVEL": "WARNING",
    "LOG_LEVEL_LIBRARIES": "ERROR",
    "PYTHONPATH": str(ROOT),
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}


def path() -> Path:
    """The model of the present sources, trained or not."""
    return MODELS / f"palvelupolku-{stamps.fingerprint(SOURCES)[:16]}.tar.gz"


def is_ready() -> bool:
    """Whether the model of the present sources has been trained."""
    return path().exists()


def ensure(*, force: bool = False) -> Path:
    """Train if the sources have changed (or in any case); the model's path. Raises Problem."""
    wanted = path()
    if force or not wanted.exists():
        with step(named("model")):
            _train(wanted)
    return wanted


def _train(wanted: Path) -> None:
    MODELS.mkdir(parents=True, exist_ok=True)
    half = f"half-{os.getpid()}"
    argv: list[str | Path] = [
        *(BOT_PYTHON, "-m", "rasa", "train", "--force", "--quiet", "--fixed-model-name", half, "--out", MODELS),
        *("--config", BOT / "config.yml", "--domain", BOT / "rasa_domain"),
        *("--data", BOT / "dialogue", ROOT / "nlu_data"),
    ]
    try:
        run(named("model"), argv, log="train", environment=LIGHT)
        (MODELS / f"{half}.tar.gz").replace(wanted)
    finally:
        (MODELS / f"{half}.tar.gz").unlink(missing_ok=True)
    for old in sorted(MODELS.glob("palvelupolku-*.tar.gz"), key=lambda model: model.stat().st_mtime)[:-KEPT]:
        old.unlink()
