"""What has changed between two suggested sets, so that a correction can be shown as a difference."""

from collections.abc import Mapping, Sequence
from typing import Any

View = Mapping[str, Any]


def difference(before: View | None, after: View | None) -> dict[str, list[dict[str, str]]]:
    """Return services added, removed and moved in time, and needs added and removed; None is a set without content."""
    was, now = _services(before), _services(after)
    needed, needs = _needs(before), _needs(after)
    return {
        "added": [_named(now[one]) for one in now if one not in was],
        "removed": [_named(was[one]) for one in was if one not in now],
        "moved": [
            {**_named(now[one]), "from": was[one]["phase"], "to": now[one]["phase"]}
            for one in now
            if one in was and was[one]["phase"] != now[one]["phase"]
        ],
        "needs_added": [needs[one] for one in needs if one not in needed],
        "needs_removed": [needed[one] for one in needed if one not in needs],
    }


def _services(view: View | None) -> dict[str, View]:
    suggested: Sequence[View] = view["suggested"] if view else ()
    return {one["service"]: one for one in suggested}


def _needs(view: View | None) -> dict[str, dict[str, str]]:
    needs: Sequence[View] = view["needs"] if view else ()
    return {one["id"]: {"id": one["id"], "label": one["label"]} for one in needs}


def _named(service: View) -> dict[str, str]:
    return {"service": service["service"], "name": service["name"]}
