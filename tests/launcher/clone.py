"""A copy of the launcher with tiny locks and a stand-in for the product, so that set-up is quick and real."""

import os
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAND_IN = "import json, sys\nprint(json.dumps(sys.argv[1:]))\n"
# A package that no index has: asking for it needs the network.
FAR_AWAY = "palvelupolku-far-away==1.0 --hash=sha256:" + "0" * 64 + "\n"
# Where pip asks.
ASKED_AT = "PIP_INDEX_URL"
NO_INDEX = {
    "PIP_CONFIG_FILE": os.devnull,
    ASKED_AT: "http://127.0.0.1:9",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_RETRIES": "0",
    "PIP_TIMEOUT": "2",
}


@dataclass
class Clone:
    """One copy; `environment` is what its launcher sees."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of_checkout(cls, root: Path) -> "Clone":
        shutil.copytree(ROOT / "tooling", root / "tooling", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "palvelupolku", root)
        shutil.copytree(ROOT / "requirements", root / "requirements")
        cli = root / "api" / "cli"
        cli.mkdir(parents=True)
        shutil.copy(ROOT / "api" / "cli" / "commands.json", cli)
        (cli / "__main__.py").write_text(STAND_IN, "utf-8")
        (root / "api" / "web").mkdir()
        for lock in ("product.txt", "dev.txt"):
            (root / "requirements" / lock).write_text("", "utf-8")
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PALVELUPOLKU_")}
        return cls(root, kept | {"HOME": str(root / "home")})

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def command(self, *words: str) -> list[str]:
        return [sys.executable, str(self.root / "palvelupolku"), *words]

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*words), env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def run(self, *words: str, largest_file: int | None = None) -> subprocess.CompletedProcess[str]:
        def limit() -> None:
            if largest_file is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

        return subprocess.run(
            self.command(*words), env=self.environment, capture_output=True, text=True, check=False, preexec_fn=limit
        )
