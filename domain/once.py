"""What takes time to make of something that never changes is made of it once and kept beside it."""

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar

Built = TypeVar("Built")


class Once:
    """A base for frozen data that keeps what has been made of it."""

    @cached_property
    def _built(self) -> dict[Hashable, Any]:
        return {}

    def once(self, key: Hashable, build: Callable[[], Built]) -> Built:
        """Return what `build` makes, made at most once for a key."""
        if key not in self._built:
            self._built[key] = build()
        found: Built = self._built[key]
        return found

    def made(self, key: Hashable) -> Any:
        """Return what `once` has made for the key, or None when it has not been asked."""
        return self._built.get(key)
