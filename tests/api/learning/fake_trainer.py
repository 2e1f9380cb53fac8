"""Stands where the training program stands: same words, same lines, and it obeys the file beside the base model."""

import json
import os
import sys
import threading
import time
from pathlib import Path

taught, model, *others = (Path(word) for word in sys.argv[1:])
lines = [json.loads(sys.stdin.readline()) for _ in range(int(sys.stdin.readline()))]


def end_with_the_product() -> None:
    sys.stdin.read()
    os._exit(3)


def tell(one: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(one) + "\n")
    sys.stdout.flush()


threading.Thread(target=end_with_the_product, daemon=True).start()
orders = json.loads((model.parent.parent / "orders.json").read_text(encoding="utf-8"))
tell({"stage": "training"})
if orders.get("hangs"):
    time.sleep(60)
if orders.get("breaks"):
    sys.exit(1)
if orders.get("says"):
    sys.stdout.write(orders["says"] + "\n")
model.write_text(taught.read_text(encoding="utf-8"), encoding="utf-8")
for place, _ in enumerate((model, *others)):
    tell({"stage": "reading"})
    for line in lines:
        act = orders["act"] if place == 0 else orders.get("base_act", "inform")
        fact = {"fact": "ika", "value": 40, "words": "x", "certain": True, "partial": False}
        tell({"act": act, "entities": [{"entity": "fact", "value": fact}] if "40" in line["text"] else []})
