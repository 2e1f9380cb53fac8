"""One connection for the action calls: Rasa opens a session and a connection for each of them."""

from typing import Optional

import aiohttp
from rasa.core.actions import action as rasa_action
from rasa.utils.endpoints import DEFAULT_REQUEST_TIMEOUT, EndpointConfig

# The product's server closes an idle connection after five seconds; one that it is just closing must not be used again.
KEPT_OPEN = 2.0


class SharedSession:
    """Lends one session to `async with`, which would close a session of its own; `close` ends it."""

    def __init__(self) -> None:
        self._session: Optional[aiohttp.ClientSession] = None

    async def __aenter__(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(keepalive_timeout=KEPT_OPEN),
                timeout=aiohttp.ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT),
                # Rasa's own sessions end with the call and carry no cookie to the next one.
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session

    async def __aexit__(self, *_: object) -> None:
        """Leave the session open for the next call."""

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


def use_shared_action_session() -> SharedSession:
    """Lend the endpoints of this process one session; a contract test pins the Rasa that this is written for.

    The headers of an endpoint go with each call, so a session needs none. Raises AttributeError on another Rasa.
    """
    if not hasattr(EndpointConfig, "session") or rasa_action.EndpointConfig is not EndpointConfig:
        raise AttributeError("this Rasa has no EndpointConfig.session")
    shared = SharedSession()
    EndpointConfig.session = lambda _: shared
    return shared
