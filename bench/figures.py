"""Figures of a run: median, 95th percentile, a table to read and JSON to compare."""

import json
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def summary(milliseconds: Sequence[float]) -> dict[str, float]:
    """Return count, median, 95th percentile and maximum, in milliseconds."""
    ordered = sorted(milliseconds)
    return {
        "n": len(ordered),
        "p50_ms": round(statistics.median(ordered), 2),
        "p95_ms": round(ordered[max(0, round(0.95 * len(ordered)) - 1)], 2),
        "max_ms": round(ordered[-1], 2),
    }


def table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """Return the rows as a Markdown table."""
    heads = list(dict.fromkeys(head for row in rows.values() for head in row))
    lines = ["| | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for name, row in rows.items():
        lines.append(f"| {name} | " + " | ".join(str(row.get(head, "")) for head in heads) + " |")
    return "\n".join(lines)


def write(folder: Path, name: str, result: Mapping[str, Any]) -> Path:
    """Write the result as JSON under the folder and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
