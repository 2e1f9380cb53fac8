"""What each command needs before it can start, in the order in which it is made."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from tooling import environments, locks, model, pages, pythons, system


@dataclass(frozen=True)
class Need:
    """Something that must be there: packages of the system, a quick look, and the work when it is not there."""

    is_ready: Callable[[], bool]
    ensure: Callable[[], object]
    packages: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether nothing has to be done."""
        return self.is_ready() and not system.missing(self.packages)


def _nothing() -> bool:
    return True


NEEDS: dict[str, Need] = {
    "browser": Need(_nothing, _nothing, ("chromium",)),
    "postgres": Need(_nothing, _nothing, ("postgresql",)),
    "dev": Need(
        environments.DEV.is_ready, lambda: environments.DEV.ensure(environments.own_python), system.FOR_ENVIRONMENTS
    ),
    "product": Need(
        environments.PRODUCT.is_ready,
        lambda: environments.PRODUCT.ensure(environments.own_python),
        system.FOR_ENVIRONMENTS,
    ),
    "bot": Need(environments.BOT.is_ready, lambda: environments.BOT.ensure(pythons.python310), system.FOR_FINNISH),
    "libraries": Need(pages.libraries_are_ready, pages.ensure_libraries),
    "pages": Need(pages.are_ready, pages.ensure),
    "model": Need(model.is_ready, model.ensure),
}
BEFORE = {"model": {"bot"}, "bot": {"product"}, "pages": {"product"}, "libraries": {"product"}}


def ensure(needs: Collection[str]) -> None:
    """Make what is missing of these needs, one launcher at a time; raises Problem."""
    wanted = [need for name, need in NEEDS.items() if name in _with_what_comes_before(needs)]
    if all(need.is_met for need in wanted):
        return
    with locks.setting_up():
        unmet = [need for need in wanted if not need.is_met]
        # All at once: whoever has to ask somebody else to install packages asks only once.
        system.ensure([package for need in unmet for package in need.packages])
        for need in unmet:
            need.ensure()


def _with_what_comes_before(needs: Collection[str]) -> set[str]:
    found = set(needs)
    for name in needs:
        found |= _with_what_comes_before(BEFORE.get(name, ()))
    return found
