"""Small parts by themselves: service hours, rates, settings, hints, the words of buttons."""

import asyncio
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from api.chat import wording
from api.chat.schemas import Choice
from api.chat.typing_sign import typing_sign
from api.limits import Limit
from api.live.hub import Hint, Hub
from api.problems import TooMany
from api.settings import Rate, Settings
from domain.catalogue import load_seed
from domain.hours import ServiceHours
from domain.texts import Texts

FINLAND = ZoneInfo("Europe/Helsinki")


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 11, 23, 9, 0, tzinfo=FINLAND), True),
        (datetime(2026, 11, 23, 8, 59, tzinfo=FINLAND), False),
        (datetime(2026, 11, 23, 16, 0, tzinfo=FINLAND), False),
        (datetime(2026, 11, 21, 12, 0, tzinfo=FINLAND), False),
        (datetime(2026, 12, 24, 12, 0, tzinfo=FINLAND), False),
        (datetime(2026, 7, 1, 6, 30, tzinfo=ZoneInfo("UTC")), True),
    ],
)
def test_the_default_service_hours(moment: datetime, is_open: bool) -> None:
    assert ServiceHours.load().open_at(moment) is is_open


def test_a_bucket_fills_again_with_time_and_each_key_has_its_own() -> None:
    time = [0.0]
    limit = Limit(Rate(burst=2, per_second=0.5), clock=lambda: time[0])
    limit.take("a")
    limit.take("a")
    limit.take("b")
    with pytest.raises(TooMany) as refused:
        limit.take("a")
    assert refused.value.retry_after == 2
    time[0] = 2.0
    limit.take("a")


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    environ = {
        "PALVELUPOLKU_DATA_DIR": str(tmp_path),
        "PALVELUPOLKU_PORT": "8001",
        "PALVELUPOLKU_MESSAGES": "10/0.5",
        "PALVELUPOLKU_RASA_TOKEN": "",
        "PALVELUPOLKU_OTHER": "ignored",
        "PATH": "ignored",
    }
    settings = Settings.from_environment(environ)
    assert settings.port == 8001
    assert settings.messages == Rate(burst=10, per_second=0.5)
    assert settings.rasa_token.get_secret_value() == ""
    assert settings.database == f"sqlite+aiosqlite:///{tmp_path / 'palvelupolku.db'}"


@pytest.mark.anyio
async def test_a_hint_reaches_the_listeners_of_its_topic_and_the_newest_typing_wins() -> None:
    hub = Hub()
    with hub.listen("a") as ear, hub.listen("b") as other:
        hub.tell(Hint("a", "typing", "bot", on=True))
        hub.tell(Hint("a", "changed"))
        hub.tell(Hint("a", "changed"))
        hub.tell(Hint("a", "typing", "bot", on=False))
        assert await ear.hints(0.1) == [Hint("a", "changed"), Hint("a", "typing", "bot", on=False)]
        assert await other.hints(0.01) == []
        hub.silence()
        assert ear.closed
    hub.tell(Hint("a", "changed"))


@pytest.mark.anyio
async def test_only_an_answer_that_takes_a_while_shows_the_sign_of_writing() -> None:
    hub = Hub()
    with hub.listen("a") as ear:
        with typing_sign(hub, "a", after=5):
            await asyncio.sleep(0.01)
        assert await ear.hints(0.01) == []
        with typing_sign(hub, "a", after=0.01):
            assert await ear.hints(5) == [Hint("a", "typing", "bot", on=True)]
        assert await ear.hints(5) == [Hint("a", "typing", "bot", on=False)]


@pytest.mark.anyio
async def test_a_listener_wakes_up_at_once() -> None:
    hub = Hub()
    with hub.listen("a") as ear:
        waiting = asyncio.create_task(ear.hints(5))
        await asyncio.sleep(0)
        hub.tell(Hint("a", "changed"))
        async with asyncio.timeout(0.5):
            assert await waiting == [Hint("a", "changed")]


SCREEN = {
    "options": [{"fact": "velkaongelma", "label": "Velat", "value": True}, {"none": True, "label": "Ei mikään"}],
    "unchosen": [{"fact": "velkaongelma", "value": False}, {"fact": "digitaidot_heikot", "value": False}],
}


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ([Choice(fact="velkaongelma", value=True), Choice(fact="digitaidot_heikot", value=False)], "Velat"),
        ([Choice(fact="velkaongelma", value=False), Choice(fact="digitaidot_heikot", value=False)], "Ei mikään näistä"),
        ([], "Ei mikään näistä"),
        ([Choice(fact="tyokyky_0_10", value=4)], "4"),
        ([Choice(fact="toiveet", value=[])], "Ei mitään"),
        ([Choice(fact="ika", declined=True)], "En halua kertoa"),
        ([Choice(fact="ika", dont_know=True), Choice(fact="kotikunta", dont_know=True)], "En tiedä"),
        ([Choice(confirm=True)], "Kyllä"),
        ([Choice(confirm=False)], "Ei ihan"),
        ([Choice(fact="perhe_tarvitsee_tukea", value=None)], "Perhe kaipaa tukea"),
    ],
)
def test_buttons_read_as_they_were_on_the_page(choices: list[Choice], words: str) -> None:
    vocabulary = load_seed().vocabulary
    assert wording.of_choices(choices, [SCREEN], vocabulary, Texts.load()).startswith(words)
