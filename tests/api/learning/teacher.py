"""What the tests of learning share: an editor's pages and the orders of the next training."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.api.console import Console
from tests.api.house import eventually

FORM = {"kind": "form", "spoken": "vouvossa", "written": "ulosotossa"}
WISH = {"kind": "message", "text": "antakaa elävä olento luurin päähän", "act": "ask_human"}


def orders(folder: Path, **given: Any) -> None:
    """What the next training does: how it reads, whether it hangs or breaks."""
    (folder / "orders.json").write_text(json.dumps({"act": "inform", **given}), encoding="utf-8")


@dataclass
class Teacher:
    """An editor's learning pages."""

    page: Console
    folder: Path

    async def teach(self, content: dict[str, Any] | None = None, **more: Any) -> int:
        body = {"content": content or FORM, **more}
        return int((await self.page.post("/learning/examples", body, 201))["id"])

    async def begin(self, **given: Any) -> int:
        orders(self.folder, **given)
        return int((await self.page.post("/learning/models", {"note": "sanoja"}, 202))["id"])

    async def until(self, model: int, state: str) -> dict[str, Any]:
        async def look() -> dict[str, Any] | None:
            found: dict[str, Any] = await self.page.get(f"/learning/models/{model}")
            return found if found["state"] == state else None

        return await eventually(look, 20)

    async def trained(self, **given: Any) -> dict[str, Any]:
        return await self.until(await self.begin(**given), "ready")

    async def listed(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await self.page.get("/learning/models"))["items"]
        return items

    async def activate(self, model: int, reason: str = "", status: int = 200) -> Any:
        return await self.page.post(f"/learning/models/{model}/activation", {"reason": reason}, status)
