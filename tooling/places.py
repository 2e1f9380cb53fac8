"""Where things lie in a checkout. What is built stands here; a person's data stands in the data folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
SETUP_LOGS = VAR / "log" / "setup"
TOOLS = VAR / "tools"
MODELS = VAR / "models"
SCRATCH = VAR / "tmp"

PRODUCT_VENV = ROOT / ".venv"
PRODUCT_PYTHON = PRODUCT_VENV / "bin" / "python"
PRODUCT_LOCK = ROOT / "requirements" / "product.txt"
DEV_LOCK = ROOT / "requirements" / "dev.txt"
NODE_LOCK = ROOT / "requirements" / "node.txt"
UV_LOCK = ROOT / "requirements" / "uv.txt"
BUILD_LOCK = ROOT / "requirements" / "build.txt"

BOT = ROOT / "bot"
BOT_VENV = BOT / ".venv"
BOT_PYTHON = BOT_VENV / "bin" / "python"
BOT_LOCK = BOT / "requirements.txt"

WEB = ROOT / "api" / "web"
COMMANDS = ROOT / "api" / "cli" / "commands.json"

# What a whole installation takes.
GIGABYTES = 6
