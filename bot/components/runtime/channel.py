"""The only door into Rasa: one turn in, its replies out, failures as failures."""

import hmac
from typing import Any, Awaitable, Callable, Dict, List, Optional, Text

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from bot.components.runtime.action_check import use_prebuilt_action_validator
from bot.components.runtime.action_session import use_shared_action_session
from bot.components.runtime.graph_run import use_plain_graph_runs
from bot.components.runtime.model_swap import ModelUnreadable, Swapper, keep_for_good
from bot.components.runtime.words import for_rasa


class ReplyCollector(OutputChannel):
    """Keeps each reply as one item of text and payload, in the order it was uttered."""

    def __init__(self) -> None:
        self.replies: List[Dict[Text, Any]] = []

    @classmethod
    def name(cls) -> Text:
        """The name of the channel in Rasa's events."""
        return "collector"

    async def send_response(self, recipient_id: Text, message: Dict[Text, Any]) -> None:
        """Keep one reply."""
        self.replies.append({"text": message.get("text") or "", "payload": message.get("custom") or None})


async def _keep_for_good(*_: object) -> None:
    keep_for_good()


class TurnChannel(InputChannel):
    """Replaces Rasa's REST channel, which needs no token and answers 200 with nothing when a turn has failed."""

    def __init__(self, token: Text) -> None:
        if not token:
            raise ValueError("the channel needs a token")
        self._token = token
        use_prebuilt_action_validator()
        use_plain_graph_runs()
        self._action_session = use_shared_action_session()
        self._models = Swapper()

    @classmethod
    def name(cls) -> Text:
        """The name of the channel, and of its routes."""
        return "palvelupolku"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[Text, Any]]) -> "TurnChannel":
        """Make the channel from its part of credentials.yml. Raises ValueError when the token is missing."""
        return cls((credentials or {}).get("token", ""))

    async def _hang_up(self, *_: object) -> None:
        await self._action_session.close()

    def _refused(self, request: Request) -> bool:
        given = request.headers.get("authorization", "")
        return not hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes; every one needs the token."""
        routes = Blueprint("palvelupolku_turns", url_prefix="/")
        routes.listener("after_server_start")(_keep_for_good)
        routes.listener("after_server_stop")(self._hang_up)

        @routes.middleware("request")
        async def only_the_product(request: Request) -> Optional[HTTPResponse]:
            return json({"code": "unauthorised"}, status=401) if self._refused(request) else None

        self._add_models(routes)
        self._add_conversations(routes, on_new_message)
        return routes

    def _add_models(self, routes: Blueprint) -> None:
        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            ready = agent is not None and agent.is_ready()
            return json({"ready": ready, "model": self._models.name}, status=200 if ready else 503)

        @routes.put("/model")
        async def use(request: Request) -> HTTPResponse:
            body = request.json
            try:
                await self._models.use(request.app.ctx.agent, body["name"], body["path"])
            except ModelUnreadable as error:
                return json({"code": "model_unreadable", "detail": str(error)}, status=422)
            return json({"model": self._models.name})

    def _add_conversations(self, routes: Blueprint, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> None:
        @routes.post("/turns")
        async def turn(request: Request) -> HTTPResponse:
            body = request.json
            collector = ReplyCollector()
            await on_new_message(
                UserMessage(
                    for_rasa(body["text"], body["metadata"]),
                    collector,
                    body["conversation"],
                    input_channel=self.name(),
                    metadata=body["metadata"],
                )
            )
            if not collector.replies:
                return json({"code": "no_reply"}, status=502)
            return json({"replies": collector.replies})

        @routes.post("/parse")
        async def parse(request: Request) -> HTTPResponse:
            body = request.json
            metadata = {"asked": body.get("asked") or [], "today": body.get("today")}
            message = UserMessage(for_rasa(body["text"], metadata), metadata=metadata)
            return json(await request.app.ctx.agent.processor.parse_message(message))

        @routes.delete("/conversations/<conversation:str>")
        async def forget(request: Request, conversation: Text) -> HTTPResponse:
            # The tracker store keeps nothing between turns, so there is nothing left to erase.
            return empty()
