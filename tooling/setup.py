"""What each command needs before it can start, in the order in which it is made."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from tooling import environments, locks, model, pages, pythons, system


@dataclass(frozen=True)
class Need:
    """Something that must be there: a quick look, and the work when it is not."""

    is_ready: Callable[[], bool]
    ensure: Callable[[], object]


def _product() -> None:
    system.ensure(*system.FOR_PRODUCT)
    environments.PRODUCT.ensure(environments.own_python)


def _dev() -> None:
    system.ensure(*system.FOR_PRODUCT)
    environments.DEV.ensure(environments.own_python)


def _bot_is_ready() -> bool:
    return environments.BOT.is_ready() and system.has_libvoikko() and system.has_dictionary()


def _bot() -> None:
    system.ensure(*system.FOR_BOT)
    environments.BOT.ensure(pythons.python310)


NEEDS: dict[str, Need] = {
    "dev": Need(environments.DEV.is_ready, _dev),
    "product": Need(environments.PRODUCT.is_ready, _product),
    "browser": Need(lambda: bool(system.chromium()), lambda: system.ensure("chromium")),
    "postgres": Need(lambda: bool(system.postgres_programs()), lambda: system.ensure("postgresql")),
    "bot": Need(_bot_is_ready, _bot),
    "libraries": Need(pages.libraries_are_ready, pages.ensure_libraries),
    "pages": Need(pages.are_ready, pages.ensure),
    "model": Need(model.is_ready, model.ensure),
}
BEFORE = {"model": {"bot"}, "bot": {"product"}, "pages": {"product"}, "libraries": {"product"}}


def ensure(needs: Collection[str]) -> None:
    """Make what is missing of these needs, one launcher at a time; raises Problem."""
    wanted = [name for name in NEEDS if name in _with_what_comes_before(needs)]
    missing = [name for name in wanted if not NEEDS[name].is_ready()]
    if missing:
        with locks.setting_up():
            for name in missing:
                NEEDS[name].ensure()


def _with_what_comes_before(needs: Collection[str]) -> set[str]:
    found = set(needs)
    for name in needs:
        found |= _with_what_comes_before(BEFORE.get(name, ()))
    return found
