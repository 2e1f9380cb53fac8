"""A Rasa whose every turn calls an action back, and the action that learns what the test says."""

from typing import Any

import httpx
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from actions.ports import Cases, Outcome
from api.settings import Settings
from tests.api.house import House
from tests.api.rasa import FakeRasa

TOKEN = "secret"


class Learn(Action):
    """An action that learns what the test says, as the product's own do."""

    def __init__(self, cases: Cases, outcome: Outcome, seen: list[Any]) -> None:
        self.cases = cases
        self.outcome = outcome
        self.seen = seen

    def name(self) -> str:
        return "action_learn"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
        turn = tracker.latest_message["metadata"]["turn"]
        self.seen.append(await self.cases.open(tracker.sender_id, turn))
        await self.cases.conclude(turn, self.outcome)
        return []


class Learner:
    """A Rasa whose every turn calls `action_learn` back over HTTP."""

    def __init__(self, settings: Settings, rasa: FakeRasa, outcome: Outcome) -> None:
        self.settings = settings
        self.rasa = rasa
        self.outcome = outcome
        self.seen: list[Any] = []
        rasa.act = self.call_back
        self.house: House

    def build(self, cases: Cases, *_: Any, **__: Any) -> ActionExecutor:
        executor = ActionExecutor()
        executor.register_action(Learn(cases, self.outcome, self.seen))
        return executor

    async def call_back(self, talk: dict[str, Any]) -> None:
        response = await act(self.house, "action_learn", talk)
        assert response.status_code == 200, response.text


async def act(house: House, action: str, talk: dict[str, Any], token: str = TOKEN) -> httpx.Response:
    message = {"text": talk["text"], "metadata": talk["metadata"]}
    call = {
        "next_action": action,
        "sender_id": talk["conversation"],
        "tracker": {"sender_id": talk["conversation"], "slots": {}, "latest_message": message, "events": []},
        "domain": {},
    }
    headers = {"Authorization": f"Bearer {token}"}
    return await house.http.post("/internal/rasa/action", json=call, headers=headers)
